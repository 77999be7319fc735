package io.clipforge.api.jobs;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says when a job will probably end, from measured paces: what is before it in its organization's
 * queue, shared among the workers that are busy with this kind, and then its own length. Never
 * asked inside of a transaction.
 */
@Singleton
class Forecasts {
    static final int FAR_BACK = 10_000;

    /** Below this a share of progress says little about the rest. */
    private static final double TELLING = 0.05;

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final JobService jobs;
    private final Crowds crowds;
    private final Clock clock;
    private final Map<Lane, Seen> seen = new ConcurrentHashMap<>();

    Forecasts(JobService jobs, Crowds crowds, Clock clock) {
        this.jobs = jobs;
        this.crowds = crowds;
        this.clock = clock;
    }

    /**
     * @param position in the organization's queue, from 1; absent unless it is queued
     * @param end absent when there is no telling
     */
    record Forecast(@Nullable Integer position, @Nullable Instant end) {}

    private record Lane(String kind, String priority, UUID orgId) {}

    private record Seen(Crowd crowd, Instant at) {}

    Forecast of(Job job) {
        return switch (job.state()) {
            case QUEUED -> queued(job);
            case RUNNING -> new Forecast(null, running(job));
            case SCHEDULED -> new Forecast(null, job.dueAt().plusMillis(job.costMs()));
            case WAITING, SUCCEEDED, FAILED, CANCELLED, DEAD -> new Forecast(null, null);
        };
    }

    private Forecast queued(Job job) {
        int before = jobs.countBefore(job, FAR_BACK - 1);
        var crowd = crowd(job);
        double workers = Math.max(1, crowd.running()) * crowd.share();
        long waitMs = (long) (before * job.costMs() / workers);
        return new Forecast(before + 1, clock.instant().plusMillis(waitMs + job.costMs()));
    }

    private Instant running(Job job) {
        var now = clock.instant();
        long elapsed = job.beganAt() == null ? 0 : Duration.between(job.beganAt(), now).toMillis();
        double left =
                job.progress() < TELLING
                        ? job.costMs() - elapsed
                        : elapsed * (1 - job.progress()) / job.progress();
        return now.plusMillis(Math.max(1_000, Math.round(left)));
    }

    private Crowd crowd(Job job) {
        var lane = new Lane(job.kind(), job.priority(), job.orgId());
        var now = clock.instant();
        seen.values().removeIf(it -> it.at().plus(FRESH).isBefore(now));
        return seen.computeIfAbsent(
                        lane, it -> new Seen(crowds.of(it.kind(), it.priority(), it.orgId()), now))
                .crowd();
    }
}
