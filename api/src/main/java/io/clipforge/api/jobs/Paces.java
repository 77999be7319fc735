package io.clipforge.api.jobs;

import io.clipforge.jobs.JobKind;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How fast the fleets are: means of what was measured lately, by kind. {@link PaceKeeper} shares
 * them between replicas.
 */
@Singleton
class Paces {
    /** Before anything was measured; about what one core does. */
    private static final Map<JobKind, Pace> UNMEASURED =
            new EnumMap<>(
                    Map.of(
                            JobKind.INGEST, new Pace(6_000, 0.05),
                            JobKind.TRANSCRIBE, new Pace(20_000, 0.2),
                            JobKind.ANALYZE, new Pace(20_000, 0.2),
                            JobKind.RANK, new Pace(200, 0.001),
                            JobKind.RENDER, new Pace(15_000, 0.8)));

    private final Map<JobKind, Pace> known = new ConcurrentHashMap<>(UNMEASURED);
    private Map<JobKind, Sum> fresh = new EnumMap<>(JobKind.class);

    /**
     * @param msPerJob mean running time
     * @param msPerWorkMs running time for each millisecond of media
     */
    record Pace(double msPerJob, double msPerWorkMs) {}

    /** What was measured since it was last shared. */
    record Sum(long jobs, double ms, double workMs) {
        Sum plus(Sum other) {
            return new Sum(jobs + other.jobs, ms + other.ms, workMs + other.workMs);
        }
    }

    /** How long such a job will probably run. */
    long expectedMs(JobKind kind, @Nullable Long workMs) {
        var pace = Objects.requireNonNull(known.get(kind), kind.wireName());
        double ms = workMs == null ? pace.msPerJob() : pace.msPerWorkMs() * workMs;
        return Math.max(1, Math.round(ms));
    }

    void learn(JobKind kind, Pace pace) {
        known.put(kind, pace);
    }

    /** What is only tried out tells nothing about real work. */
    synchronized void measured(Job job) {
        if (job.beganAt() != null && job.finishedAt() != null && !job.triesOut()) {
            double ms = Duration.between(job.beganAt(), job.finishedAt()).toNanos() / 1e6;
            var sum = new Sum(1, ms, job.workMs() == null ? 0 : job.workMs());
            fresh.merge(job.jobKind(), sum, Sum::plus);
        }
    }

    synchronized Map<JobKind, Sum> takeFresh() {
        var taken = fresh;
        fresh = new EnumMap<>(JobKind.class);
        return taken;
    }
}
