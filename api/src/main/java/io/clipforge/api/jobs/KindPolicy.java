package io.clipforge.api.jobs;

import io.clipforge.jobs.JobKind;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How much trouble a kind of job is worth.
 *
 * @param failures this many and the job is dead
 * @param firstRest before the second attempt; doubled each time
 * @param longestRest no rest is longer
 * @param partFailure what the failure of one part means for the whole
 */
record KindPolicy(int failures, Duration firstRest, Duration longestRest, PartFailure partFailure) {

    /** A job that took this many workers with it is suspected of killing them. */
    static final int LOST_LEASES = 3;

    /** Anything under ±20 % lets those who failed together try again together. */
    private static final double JITTER = 0.2;

    enum PartFailure {
        /** A transcript with a hole in it is worth nothing. */
        FAILS_ALL,
        /** Without faces for a while, the rest is as good as before. */
        DEGRADES
    }

    static KindPolicy of(JobKind kind) {
        return switch (kind) {
            // what is fetched from strangers is often away for a while
            case INGEST -> of(6, 2, 120, PartFailure.FAILS_ALL);
            case TRANSCRIBE -> of(5, 1, 60, PartFailure.FAILS_ALL);
            case ANALYZE -> of(5, 1, 60, PartFailure.DEGRADES);
            case RANK, RENDER -> of(5, 1, 60, PartFailure.FAILS_ALL);
        };
    }

    private static KindPolicy of(int failures, int first, int longest, PartFailure partFailure) {
        return new KindPolicy(
                failures, Duration.ofSeconds(first), Duration.ofSeconds(longest), partFailure);
    }

    /**
     * How long to rest after this many failures: full exponential growth with jitter.
     *
     * @param failed 1 after the first
     */
    Duration restAfter(int failed) {
        long doubled = firstRest.toMillis() << Math.min(failed - 1, 20);
        double factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofMillis((long) (Math.min(longestRest.toMillis(), doubled) * factor));
    }
}
