package io.clipforge.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a delivery that failed is tried again.
 *
 * @param waits before each attempt, the first included; as many attempts are made
 * @param jitter share by which a wait is stretched or shortened at random, 0…1
 * @param relief the least wait after an endpoint showed that it is overloaded
 * @param longest the most that an endpoint can ask us to wait
 */
public record RetrySchedule(
        List<Duration> waits, double jitter, Duration relief, Duration longest) {

    /** The schedule of Standard Webhooks and Svix: eight attempts over about a day. */
    public static final RetrySchedule STANDARD =
            new RetrySchedule(
                    List.of(
                            Duration.ZERO,
                            Duration.ofSeconds(5),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(30),
                            Duration.ofHours(2),
                            Duration.ofHours(5),
                            Duration.ofHours(10),
                            Duration.ofHours(10)),
                    0.2,
                    Duration.ofSeconds(60),
                    Duration.ofHours(10));

    public RetrySchedule {
        waits = List.copyOf(waits);
        if (waits.isEmpty()) {
            throw new IllegalArgumentException("a delivery is tried at least once");
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter is a share, not " + jitter);
        }
    }

    /** How many attempts a delivery gets. */
    public int attempts() {
        return waits.size();
    }

    /**
     * How long to wait after a failed attempt; empty when it was the last one.
     *
     * @param attempt the number of the attempt that failed, from 1
     * @param overloaded whether the endpoint answered 429 or not in time
     * @param asked what the endpoint asked for; it can put the next attempt off, never bring it
     *     forward
     */
    public Optional<Duration> waitAfter(
            int attempt, boolean overloaded, Optional<Duration> asked, RandomGenerator random) {
        if (attempt >= waits.size()) {
            return Optional.empty();
        }
        Duration planned = stretch(waits.get(attempt), random);
        Duration least = overloaded ? relief : Duration.ZERO;
        Duration polite = asked.map(wait -> shorter(wait, longest)).orElse(Duration.ZERO);
        return Optional.of(longer(planned, longer(least, polite)));
    }

    private Duration stretch(Duration wait, RandomGenerator random) {
        double factor = 1 + jitter * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
