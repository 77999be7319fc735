package io.clipforge.fleet;

import io.clipforge.jobs.JobOutcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What a fleet is scaled and watched by. */
@Singleton
final class JobMetrics {
    private final MeterRegistry registry;
    private final AtomicInteger running = new AtomicInteger();

    JobMetrics(MeterRegistry registry, FleetSettings settings) {
        this.registry = registry;
        Gauge.builder("clipforge.fleet.jobs.running", running::get).register(registry);
        Gauge.builder("clipforge.fleet.slots", settings::atATime).register(registry);
    }

    void began() {
        running.incrementAndGet();
    }

    void ended() {
        running.decrementAndGet();
    }

    void took(String kind, JobOutcome outcome, Duration time) {
        registry.timer("clipforge.fleet.jobs", "kind", kind, "outcome", name(outcome)).record(time);
    }

    private static String name(JobOutcome outcome) {
        return switch (outcome) {
            case JobOutcome.Completed _ -> "completed";
            case JobOutcome.RetryLater _ -> "retry_later";
            case JobOutcome.Failed _ -> "failed";
            case JobOutcome.Cancelled _ -> "cancelled";
        };
    }
}
