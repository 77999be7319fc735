package io.clipforge.jobs.redis;

import java.time.Duration;

/** A point in time to wait until. */
record Deadline(long nanoTime) {
    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    boolean passed() {
        return nanoTime - System.nanoTime() <= 0;
    }

    /** What is left, but not more than this. */
    Duration atMost(Duration limit) {
        var left = Duration.ofNanos(nanoTime - System.nanoTime());
        return left.compareTo(limit) < 0 ? left : limit;
    }
}
