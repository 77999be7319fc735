package io.clipforge.jobs.redis;

import io.clipforge.jobs.JobQueue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What every {@link JobQueue} promises: a test for each sentence of its documentation. */
@Timeout(60)
public abstract class JobQueueBehaviour implements ClaimBehaviour, ReportBehaviour, LossBehaviour {
    private final List<JobQueue> opened = new ArrayList<>();
    private JobQueue queue;

    /** The queue as one more process sees it. */
    protected abstract JobQueue open();

    @Override
    public final JobQueue queue() {
        return queue;
    }

    @Override
    public final JobQueue another() {
        var another = open();
        opened.add(another);
        return another;
    }

    @BeforeEach
    void openOne() {
        queue = another();
    }

    @AfterEach
    void closeAll() {
        opened.forEach(JobQueue::close);
    }
}
