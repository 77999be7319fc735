package io.clipforge.local.demo;

import io.clipforge.sdk.model.Job;
import io.clipforge.sdk.model.JobEvent;
import io.clipforge.sdk.model.JobKind;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A line for each step of a kind of work, however many jobs share it; between them, on a terminal,
 * how far each kind has come.
 */
final class StageLines implements Consumer<JobEvent> {
    private final Screen screen;
    private final Clock clock;
    private final Map<JobKind, Stage> stages = new EnumMap<>(JobKind.class);
    private final Map<JobKind, String> said = new EnumMap<>(JobKind.class);

    StageLines(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
    }

    /** A job whose events come later counts from now on. */
    void expect(Job job) {
        stage(job.getKind())
                .take(
                        new JobEvent()
                                .jobId(job.getId())
                                .kind(job.getKind())
                                .status(job.getStatus())
                                .progress(job.getProgress()));
    }

    @Override
    public void accept(JobEvent event) {
        var kind = event.getKind();
        var stage = stage(kind);
        stage.take(event);
        stage.line()
                .filter(it -> !it.milestone().equals(said.put(kind, it.milestone())))
                .ifPresent(it -> screen.say("%s  %s%s", share(kind), it.text(), left(kind)));
        var underway =
                stages.keySet().stream()
                        .filter(it -> stage(it).underway())
                        .map(it -> share(it) + left(it))
                        .collect(Collectors.joining());
        if (!underway.isEmpty()) {
            screen.show(underway);
        }
    }

    private Stage stage(JobKind kind) {
        return stages.computeIfAbsent(kind, _ -> new Stage());
    }

    private String share(JobKind kind) {
        return String.format(
                Locale.ROOT,
                "  %-10s %3d %%",
                kind.getValue(),
                Math.round(100 * stage(kind).progress()));
    }

    private String left(JobKind kind) {
        return stage(kind)
                .left(clock.instant())
                .map(it -> ", " + Seconds.countdown(it) + " left")
                .orElse("");
    }
}
