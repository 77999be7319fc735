package io.clipforge.api.dispatch;

import io.clipforge.api.background.BackgroundTask;
import io.clipforge.jobs.JobKind;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Notices that the queue has forgotten, also while nothing new is handed over. */
@Singleton
final class QueueMemory implements BackgroundTask {
    private final JobDispatch dispatch;

    QueueMemory(JobDispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public String name() {
        return "queue memory";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean step() {
        for (var kind : JobKind.values()) {
            dispatch.noticeForgetting(kind);
        }
        return false;
    }
}
