package io.clipforge.local.demo;

import io.clipforge.sdk.model.JobEvent;
import io.clipforge.sdk.model.JobStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A line for each stage a job enters; between them, on a terminal, how far each has come. */
final class StageLines implements Consumer<JobEvent> {
    private final Screen screen;
    private final Map<String, String> said = new HashMap<>();
    private final Map<String, String> running = new LinkedHashMap<>();

    StageLines(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void accept(JobEvent event) {
        stage(event)
                .filter(it -> !it.equals(said.put(event.getJobId(), it)))
                .ifPresent(it -> screen.say("%s  %s", share(event), it));
        if (event.getStatus() == JobStatus.RUNNING) {
            running.put(event.getJobId(), share(event));
        } else {
            running.remove(event.getJobId());
        }
        if (!running.isEmpty()) {
            screen.show(running.values().stream().collect(Collectors.joining()));
        }
    }

    private static String share(JobEvent event) {
        return String.format(
                Locale.ROOT,
                "  %-10s %3d %%",
                event.getKind().getValue(),
                Math.round(100 * event.getProgress()));
    }

    private static Optional<String> stage(JobEvent event) {
        return switch (event.getStatus()) {
            case RUNNING -> Optional.of(Objects.requireNonNullElse(event.getStage(), "started"));
            case SUCCEEDED -> Optional.of("done");
            case FAILED, DEAD -> Optional.of("failed");
            case CANCELLED -> Optional.of("cancelled");
            case WAITING, QUEUED, UNKNOWN -> Optional.empty();
        };
    }
}
