package io.clipforge.api.jobs;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a job rests before its next attempt: 1 s, doubled each time, ±20 %. */
final class Backoff {
    private static final long FIRST_MS = 1_000;
    private static final long LONGEST_MS = 60_000;

    private Backoff() {}

    static Duration afterAttempt(int attempt) {
        long rest = Math.min(LONGEST_MS, FIRST_MS << Math.min(attempt - 1, 10));
        return Duration.ofMillis((long) (rest * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
