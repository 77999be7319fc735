package io.clipforge.fleet;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits longer after each failure in a row, never as long as another worker. */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration limit;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.limit = first;
    }

    /** At least half of what it may be. */
    Duration next() {
        long nanos = limit.toNanos();
        var wait = Duration.ofNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos / 2));
        var doubled = limit.multipliedBy(2);
        limit = doubled.compareTo(longest) < 0 ? doubled : longest;
        return wait;
    }

    void succeeded() {
        limit = first;
    }
}
