package io.clipforge.sdk.http;

import io.clipforge.sdk.errors.ApiException;
import io.clipforge.sdk.errors.ClipForgeException;
import io.clipforge.sdk.errors.ConnectionException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The one loop that repeats what failed.
 *
 * @param limit how many repetitions there are at most
 * @param pause how to wait
 * @param random 0 (inclusive) … 1, for the jitter
 * @param budget what all calls share
 */
public record Retries(int limit, Pause pause, DoubleSupplier random, RetryBudget budget) {
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 8_000;

    public Retries {
        if (limit < 0) {
            throw new IllegalArgumentException("maxRetries must not be negative");
        }
    }

    /** The same with another limit, and the same budget. */
    Retries withLimit(int count) {
        return new Retries(count, pause, random, budget);
    }

    /** Runs the attempt until it succeeds, fails for good, or the repetitions are used up. */
    public <T> T run(Supplier<T> attempt, Predicate<ClipForgeException> worthRepeating) {
        for (int retry = 0; ; retry++) {
            try {
                T answer = attempt.get();
                if (retry == 0) {
                    budget.earn();
                }
                return answer;
            } catch (ClipForgeException failure) {
                if (retry == limit || !worthRepeating.test(failure) || !budget.spend()) {
                    throw failure;
                }
                sleep(delay(failure, retry));
            }
        }
    }

    /** Waits; an interrupt ends the call that waits, and stays set. */
    public void sleep(Duration time) {
        try {
            pause.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionException("interrupted while waiting", true, e);
        }
    }

    private Duration delay(ClipForgeException failure, int retry) {
        if (failure instanceof ApiException refused && refused.retryAfter().isPresent()) {
            return refused.retryAfter().orElseThrow();
        }
        long ceiling = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(retry, 10));
        return Duration.ofMillis((long) (random.getAsDouble() * ceiling));
    }
}
