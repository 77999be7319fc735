package io.clipforge.api.housekeeping;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a schedule is watched by: its runs on this replica, those that failed, and how long ago it
 * last went well on any replica.
 */
final class ScheduleMetrics {
    private final Timer runs;
    private final Counter failures;
    private final AtomicLong successAgeMs = new AtomicLong();

    ScheduleMetrics(MeterRegistry registry, String schedule) {
        runs =
                Timer.builder("clipforge.housekeeping.runs")
                        .tag("schedule", schedule)
                        .register(registry);
        failures =
                Counter.builder("clipforge.housekeeping.failures")
                        .tag("schedule", schedule)
                        .register(registry);
        TimeGauge.builder(
                        "clipforge.housekeeping.success.age",
                        successAgeMs::get,
                        TimeUnit.MILLISECONDS)
                .tag("schedule", schedule)
                .strongReference(true)
                .register(registry);
    }

    void seen(ScheduleRow row) {
        successAgeMs.set(Duration.between(row.succeededAt(), row.seenAt()).toMillis());
    }

    void ended(Duration time, boolean well) {
        runs.record(time);
        if (!well) {
            failures.increment();
        }
    }
}
