package io.clipforge.api;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what another thread brings about, no longer than needed. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Eventually() {}

    static <T> T see(Supplier<T> look, Predicate<T> wanted) {
        var deadline = Instant.now().plus(PATIENCE);
        var seen = look.get();
        while (!wanted.test(seen)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("still " + seen);
            }
            Thread.onSpinWait();
            seen = look.get();
        }
        return seen;
    }
}
