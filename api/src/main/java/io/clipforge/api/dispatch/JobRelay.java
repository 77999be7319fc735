package io.clipforge.api.dispatch;

import io.clipforge.api.background.BackgroundTask;
import io.clipforge.api.jobs.JobsQueued;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Carries jobs from PostgreSQL to the queue: at once what this replica made ready, and what others
 * left behind within the pause.
 */
@Singleton
class JobRelay implements BackgroundTask {
    private static final long PAUSE_MS = 50;

    /** A round costs about the same for one job as for a hundred. */
    private static final long REST_MS = 3;

    private final JobDispatch dispatch;
    private final Semaphore bell = new Semaphore(0);
    private boolean more;

    JobRelay(JobDispatch dispatch) {
        this.dispatch = dispatch;
    }

    @TransactionalEventListener
    void onCommit(JobsQueued queued) {
        bell.release();
    }

    @Override
    public String name() {
        return "job relay";
    }

    @Override
    public Duration pause() {
        return Duration.ZERO;
    }

    @Override
    public boolean step() throws InterruptedException {
        if (!more) {
            var _ = bell.tryAcquire(PAUSE_MS, TimeUnit.MILLISECONDS);
        }
        bell.drainPermits();
        more = false;
        more = dispatch.dispatch();
        if (!more) {
            Thread.sleep(REST_MS);
        }
        return true;
    }
}
