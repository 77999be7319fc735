package io.clipforge.api.jobs;

import io.clipforge.api.generated.model.FlowStatus;
import io.clipforge.api.generated.model.JobEvent;
import io.clipforge.api.generated.model.JobStatus;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.jobs.Forecasts.Forecast;
import io.clipforge.api.problems.Problems;
import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One follower of one flow. It sees the latest state of each job that changed, in order of change;
 * the number of the change is the event's id, so that a follower who comes back misses no state.
 */
final class FlowFollower {
    private static final Duration POLL = Duration.ofMillis(100);

    /** Proxies drop connections that stay silent; a repeated state is harmless. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

    private final Supplier<List<Job>> flow;
    private final Function<Job, Forecast> forecasts;
    private final Map<UUID, Long> seen = new HashMap<>();
    private final long resumeAfter;
    private boolean ended;

    FlowFollower(Supplier<List<Job>> flow, Function<Job, Forecast> forecasts, long resumeAfter) {
        this.flow = flow;
        this.forecasts = forecasts;
        this.resumeAfter = resumeAfter;
    }

    /** Waits for news; empty after the end. */
    List<Event<JobEvent>> next() {
        if (ended) {
            return List.of();
        }
        long silentUntil = System.nanoTime() + KEEP_ALIVE.toNanos();
        while (true) {
            var jobs = flow.get();
            var status = status(jobs);
            ended = status != FlowStatus.RUNNING;
            var news = news(jobs, status);
            if (ended) {
                news.add(end(jobs, status));
            }
            if (!news.isEmpty()) {
                return news;
            }
            if (System.nanoTime() > silentUntil) {
                return List.of(event(jobs.getLast(), status, "progress"));
            }
            rest();
        }
    }

    private List<Event<JobEvent>> news(List<Job> jobs, FlowStatus status) {
        var news = new ArrayList<Event<JobEvent>>();
        jobs.stream()
                .filter(it -> it.change() > seen.getOrDefault(it.id(), resumeAfter))
                .sorted(Comparator.comparingLong(Job::change))
                .forEach(it -> {
                    seen.put(it.id(), it.change());
                    news.add(event(it, status, "progress"));
                });
        return news;
    }

    private Event<JobEvent> end(List<Job> jobs, FlowStatus status) {
        var deciding =
                decisive(jobs).stream()
                        .filter(it -> it.problemCode() != null)
                        .findFirst()
                        .orElse(jobs.getLast());
        return event(deciding, status, "end");
    }

    private static FlowStatus status(List<Job> jobs) {
        if (jobs.stream().anyMatch(it -> !it.state().finished())) {
            return FlowStatus.RUNNING;
        }
        var worst =
                decisive(jobs).stream()
                        .map(Job::state)
                        .max(Comparator.comparingInt(FlowFollower::gravity));
        return switch (worst.orElseThrow()) {
            case FAILED, DEAD -> FlowStatus.FAILED;
            case CANCELLED -> FlowStatus.CANCELLED;
            case SUCCEEDED, WAITING, SCHEDULED, QUEUED, RUNNING -> FlowStatus.SUCCEEDED;
        };
    }

    /** All but the failed parts that the rest of the flow did without. */
    private static List<Job> decisive(List<Job> jobs) {
        var degraded =
                jobs.stream()
                        .filter(it ->
                                it.degraded()
                                        && it.state() != io.clipforge.api.jobs.JobStatus.CANCELLED)
                        .map(Job::id)
                        .toList();
        return jobs.stream()
                .filter(it -> it.parentId() == null || !degraded.contains(it.parentId()))
                .toList();
    }

    /** What fails cancels the rest, so a failure outweighs a cancellation. */
    private static int gravity(io.clipforge.api.jobs.JobStatus status) {
        return switch (status) {
            case WAITING, SCHEDULED, QUEUED, RUNNING, SUCCEEDED -> 0;
            case CANCELLED -> 1;
            case FAILED, DEAD -> 2;
        };
    }

    private Event<JobEvent> event(Job job, FlowStatus status, String name) {
        var id = Long.toString(job.change());
        var forecast = forecasts.apply(job);
        var data =
                new JobEvent(
                                id,
                                TypeId.JOB.text(job.id()),
                                JobResources.kind(job),
                                JobStatus.fromValue(job.status()),
                                job.progress(),
                                status,
                                Times.utc(job.updatedAt()))
                        .parentId(job.parentId() == null ? null : TypeId.JOB.text(job.parentId()))
                        .part(job.part())
                        .stage(job.stage())
                        .queuePosition(forecast.position())
                        .eta(Times.utcOrNull(forecast.end()))
                        .problem(Problems.resource(job.problemCode(), job.problemDetail()));
        return Event.of(data).id(id).name(name);
    }

    private static void rest() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the follower was stopped", e);
        }
    }
}
