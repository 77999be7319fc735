package io.clipforge.api.operator;

import io.clipforge.api.background.BackgroundTask;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The signals by which fleets are scaled and people are woken: {@code clipforge.jobs} by kind,
 * priority and status, {@code clipforge.jobs.oldest} by kind, and {@code clipforge.jobs.dead}.
 */
@Singleton
final class QueueMetrics implements BackgroundTask {
    private final Queues queues;
    private final MultiGauge jobs;
    private final MultiGauge oldest;
    private final MultiGauge dead;

    QueueMetrics(Queues queues, MeterRegistry registry) {
        this.queues = queues;
        this.jobs =
                MultiGauge.builder("clipforge.jobs")
                        .description("Unfinished jobs")
                        .register(registry);
        this.oldest =
                MultiGauge.builder("clipforge.jobs.oldest")
                        .description("How long the oldest queued job has been ready")
                        .baseUnit("seconds")
                        .register(registry);
        this.dead =
                MultiGauge.builder("clipforge.jobs.dead")
                        .description("Jobs that were given up and can be redriven")
                        .register(registry);
    }

    @Override
    public String name() {
        return "queue metrics";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean step() {
        var figures = queues.look();
        jobs.register(figures.stream().flatMap(QueueMetrics::rows).toList(), true);
        oldest.register(
                figures.stream()
                        .<Row<?>>map(it -> Row.of(kind(it.kind()), it.oldestSeconds()))
                        .toList(),
                true);
        dead.register(
                figures.stream().<Row<?>>map(it -> Row.of(kind(it.kind()), it.dead())).toList(),
                true);
        return false;
    }

    private static Stream<Row<?>> rows(KindFigures figures) {
        return figures.lanes().stream()
                .flatMap(it ->
                        List.<Row<?>>of(
                                Row.of(tags(it, "waiting"), it.waiting()),
                                Row.of(tags(it, "scheduled"), it.scheduled()),
                                Row.of(tags(it, "queued"), it.queued()),
                                Row.of(tags(it, "running"), it.running()))
                                .stream());
    }

    private static Tags tags(LaneFigures lane, String status) {
        return Tags.of("kind", lane.kind(), "priority", lane.priority(), "status", status);
    }

    private static Tags kind(String kind) {
        return Tags.of("kind", kind);
    }
}
