package io.clipforge.fleet;

import io.clipforge.fleet.tracing.OutcomeName;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What a fleet is scaled and watched by. */
@Singleton
final class JobMetrics {
    private static final long BYTES = 1 << 20;

    private final MeterRegistry registry;
    private final DistributionSummary claims;

    JobMetrics(MeterRegistry registry, Capacity capacity) {
        this.registry = registry;
        claims = registry.summary("clipforge.fleet.claims");
        Gauge.builder("clipforge.fleet.slots", capacity::slots).register(registry);
        Gauge.builder("clipforge.fleet.slots.used", capacity::slotsUsed).register(registry);
        Gauge.builder("clipforge.fleet.memory", () -> capacity.memoryMib() * BYTES)
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("clipforge.fleet.memory.used", () -> capacity.memoryMibUsed() * BYTES)
                .baseUnit("bytes")
                .register(registry);
        for (var kind : capacity.kinds()) {
            Gauge.builder("clipforge.fleet.jobs.running", () -> capacity.running(kind))
                    .tag("kind", kind.wireName())
                    .register(registry);
        }
    }

    /** A claim was answered with so many jobs, maybe none. */
    void claimed(int jobs) {
        claims.record(jobs);
    }

    /** A job began so long after it was claimed. */
    void began(JobKind kind, Duration wait) {
        registry.timer("clipforge.fleet.jobs.begin", "kind", kind.wireName()).record(wait);
    }

    void ended(JobKind kind, JobOutcome outcome, Duration time) {
        registry.timer(
                        "clipforge.fleet.jobs",
                        "kind",
                        kind.wireName(),
                        "outcome",
                        OutcomeName.of(outcome))
                .record(time);
    }
}
