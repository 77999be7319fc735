package io.clipforge.api.runs;

import io.clipforge.api.jobs.RunsUnwanted;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells workers which runs are not wanted any more. */
@Singleton
class RunCancellations {
    private static final Logger LOG = LoggerFactory.getLogger(RunCancellations.class);

    private final JobQueue queue;

    RunCancellations(JobQueue queue) {
        this.queue = queue;
    }

    /** A cancellation that is rolled back stops nobody. */
    @TransactionalEventListener
    void onCommit(RunsUnwanted unwanted) {
        for (var run : unwanted.runs()) {
            if (!cancel(run)) {
                return; // the others would not be heard either, and a request waits
            }
        }
    }

    /** Whether the queue took it. */
    boolean cancel(UUID run) {
        try {
            queue.cancel(run);
            return true;
        } catch (QueueUnavailableException e) {
            // its next sign of life is refused, and that cancels it again
            LOG.warn("run {} could not be told that it is cancelled", run, e);
            return false;
        }
    }
}
