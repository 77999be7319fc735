package io.clipforge.fleet;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;

/** Whether this worker can take jobs; one that cannot need not be restarted, only looked at. */
@Singleton
@Readiness
final class QueueHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private final JobLoop loop;

    QueueHealth(JobLoop loop) {
        this.loop = loop;
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        healthStatus = loop.connected() ? HealthStatus.UP : HealthStatus.DOWN;
        return Map.of("connected", loop.connected());
    }

    @Override
    protected String getName() {
        return "queue";
    }
}
