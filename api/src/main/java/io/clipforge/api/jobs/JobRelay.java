package io.clipforge.api.jobs;

import io.clipforge.api.background.BackgroundTask;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Carries jobs from PostgreSQL to the queue. */
@Singleton
final class JobRelay implements BackgroundTask {
    private final JobDispatch dispatch;

    JobRelay(JobDispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public String name() {
        return "job relay";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(50);
    }

    @Override
    public boolean step() {
        return dispatch.dispatch();
    }
}
