package io.clipforge.api.dispatch;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.util.Map;

/** Up while the job queue answers. */
@Singleton
final class QueueHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private final JobQueue queue;

    QueueHealth(JobQueue queue) {
        this.queue = queue;
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        healthStatus = answers() ? HealthStatus.UP : HealthStatus.DOWN;
        return Map.of();
    }

    private boolean answers() {
        try {
            return !queue.standing(JobKind.INGEST).epoch().isEmpty();
        } catch (QueueUnavailableException _) {
            return false;
        }
    }

    @Override
    protected String getName() {
        return "queue";
    }
}
