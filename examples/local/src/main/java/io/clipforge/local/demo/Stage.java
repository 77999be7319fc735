package io.clipforge.local.demo;

import io.clipforge.sdk.model.JobEvent;
import io.clipforge.sdk.model.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All jobs of one kind, seen as one: the parts of a long asset and the job that joins them, or the
 * renderings of several clips.
 */
final class Stage {
    private static final int QUARTERS = 4;

    private final Map<String, JobEvent> jobs = new LinkedHashMap<>();
    private final Set<String> waited = new HashSet<>();
    private final Set<String> ran = new HashSet<>();

    /** What the stage says of itself. Lines that differ only in their text are one milestone. */
    record Line(String milestone, String text) {
        static Line of(String text) {
            return new Line(text, text);
        }
    }

    void take(JobEvent event) {
        jobs.put(event.getJobId(), event);
        switch (event.getStatus()) {
            case WAITING -> waited.add(event.getJobId());
            case RUNNING, SUCCEEDED -> ran.add(event.getJobId());
            case SCHEDULED, QUEUED, FAILED, CANCELLED, DEAD, UNKNOWN -> {}
        }
    }

    /** Whether it has begun and has not ended. */
    boolean underway() {
        return !finished() && !ran.isEmpty();
    }

    /** The mean of its parts, 0 to 1. */
    double progress() {
        return succeeded() ? 1 : parts().stream().mapToDouble(Stage::progress).average().orElse(0);
    }

    /** Until the last of its jobs will have ended; empty when nobody has said, or time is up. */
    Optional<Duration> left(Instant now) {
        return jobs.values().stream()
                .filter(it -> !finished(it))
                .map(JobEvent::getEta)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(it -> Duration.between(now, it.toInstant()))
                .filter(Duration::isPositive);
    }

    /** Empty before it begins. */
    Optional<Line> line() {
        if (finished()) {
            return Optional.of(Line.of(outcome()));
        }
        if (ran.isEmpty()) {
            return Optional.empty();
        }
        var joining = joining().filter(it -> ran.contains(it.getJobId()));
        if (joining.isPresent()) {
            return Optional.of(Line.of(activity(joining.get(), "joining the parts")));
        }
        return Optional.of(
                parts().size() > 1 ? quarter() : Line.of(activity(parts().getFirst(), "started")));
    }

    /** Parts come and go too fast for a line each. */
    private Line quarter() {
        int quarter = (int) (QUARTERS * progress());
        if (quarter == 0) {
            return Line.of("started");
        }
        long done = parts().stream().filter(Stage::succeeded).count();
        var of = joining().isPresent() ? "%d of %d parts done" : "%d of %d done";
        return new Line("quarter " + quarter, of.formatted(done, parts().size()));
    }

    private String outcome() {
        long broken = jobs.values().stream().filter(Stage::broken).count();
        if (succeeded()) {
            return broken == 0
                    ? "done"
                    : "done, without %d of %d parts".formatted(broken, parts().size());
        }
        // what breaks cancels the rest
        return broken > 0 ? "failed" : "cancelled";
    }

    private boolean finished() {
        return deciding().stream().allMatch(Stage::finished);
    }

    private boolean succeeded() {
        return deciding().stream().allMatch(Stage::succeeded);
    }

    private Collection<JobEvent> deciding() {
        return joining().<Collection<JobEvent>>map(List::of).orElseGet(jobs::values);
    }

    /** The job that joins the others: events do not name it, but no other one waits. */
    private Optional<JobEvent> joining() {
        return waited.size() < jobs.size()
                ? jobs.values().stream().filter(it -> waited.contains(it.getJobId())).findFirst()
                : Optional.empty();
    }

    private List<JobEvent> parts() {
        var joining = joining();
        return jobs.values().stream()
                .filter(it -> joining.isEmpty() || !waited.contains(it.getJobId()))
                .toList();
    }

    private static double progress(JobEvent job) {
        return succeeded(job) ? 1 : job.getProgress();
    }

    private static String activity(JobEvent job, String unnamed) {
        return switch (job.getStatus()) {
            case SCHEDULED -> "resting before the next attempt";
            case QUEUED -> "queued again";
            default -> Objects.requireNonNullElse(job.getStage(), unnamed);
        };
    }

    private static boolean succeeded(JobEvent job) {
        return job.getStatus() == JobStatus.SUCCEEDED;
    }

    private static boolean broken(JobEvent job) {
        return job.getStatus() == JobStatus.FAILED || job.getStatus() == JobStatus.DEAD;
    }

    private static boolean finished(JobEvent job) {
        return switch (job.getStatus()) {
            case SUCCEEDED, FAILED, CANCELLED, DEAD -> true;
            case WAITING, SCHEDULED, QUEUED, RUNNING, UNKNOWN -> false;
        };
    }
}
