package io.clipforge.api.jobs;

import io.clipforge.api.json.StoredJson;
import io.clipforge.api.tenancy.RelayTransactional;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobQueue;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of handing jobs over. A message is sent before the mark commits: a crash in between
 * sends it twice, and the queue drops the second; the other order could lose it.
 */
@Singleton
class JobDispatch {
    private static final Logger LOG = LoggerFactory.getLogger(JobDispatch.class);
    private static final int BATCH = 100;

    private final RelayedJobs jobs;
    private final JobQueue queue;

    JobDispatch(RelayedJobs jobs, JobQueue queue) {
        this.jobs = jobs;
        this.queue = queue;
    }

    /**
     * @return whether there may be more
     */
    @RelayTransactional
    boolean dispatch() {
        noticeForgetting();
        var due = jobs.takeDue(BATCH);
        due.forEach(it -> queue.submit(message(it)));
        return due.size() == BATCH;
    }

    private void noticeForgetting() {
        var epoch = queue.epoch();
        if (!jobs.epoch().equals(Optional.of(epoch))) {
            int again = jobs.forgetDispatches();
            jobs.rememberEpoch(epoch);
            if (again > 0) {
                LOG.info("the queue may have forgotten {} jobs; they are handed over again", again);
            }
        }
    }

    private static JobMessage message(RelayedJob job) {
        var kind = JobKind.find(job.kind()).orElseThrow();
        return new JobMessage(job.id(), job.attempt(), StoredJson.read(job.spec(), kind.spec()));
    }
}
