package io.clipforge.jobs.redis;

import java.time.Duration;

/** A point in time to wait until. */
record Deadline(long nanoTime) {
    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    boolean passed() {
        return !left().isPositive();
    }

    /** Negative when it has passed. */
    Duration left() {
        return Duration.ofNanos(nanoTime - System.nanoTime());
    }

    /** What is left, but not more than this. */
    Duration atMost(Duration limit) {
        var left = left();
        return left.compareTo(limit) < 0 ? left : limit;
    }
}
