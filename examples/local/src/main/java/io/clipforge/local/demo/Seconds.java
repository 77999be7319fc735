package io.clipforge.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Lengths and positions as the report writes them and as people read them. */
final class Seconds {
    private Seconds() {}

    static double of(long milliseconds) {
        return milliseconds / 1000.0;
    }

    static double since(Instant start) {
        return of(Duration.between(start, Instant.now()).toMillis());
    }

    /** What is left, such as {@code 1:05}. */
    static String countdown(Duration left) {
        long seconds = left.plusMillis(999).toSeconds();
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /** A position such as {@code 1:02.5}. */
    static String clock(long milliseconds) {
        return String.format(
                Locale.ROOT, "%d:%04.1f", milliseconds / 60_000, milliseconds % 60_000 / 1000.0);
    }
}
