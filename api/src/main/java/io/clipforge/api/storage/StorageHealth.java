package io.clipforge.api.storage;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.util.Map;

/** Up while the bucket answers. */
@Singleton
final class StorageHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private final ObjectStore store;

    StorageHealth(ObjectStore store) {
        this.store = store;
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        healthStatus = store.reachable() ? HealthStatus.UP : HealthStatus.DOWN;
        return Map.of();
    }

    @Override
    protected String getName() {
        return "storage";
    }
}
