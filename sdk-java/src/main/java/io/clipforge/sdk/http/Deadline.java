package io.clipforge.sdk.http;

import io.clipforge.sdk.errors.WaitTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a wait over many calls ends, if it does. */
public final class Deadline {
    private final Clock clock;
    private final Optional<Duration> patience;
    private final @Nullable Instant end;

    Deadline(Clock clock, Optional<Duration> patience) {
        this.clock = clock;
        this.patience = patience;
        this.end = patience.map(clock.instant()::plus).orElse(null);
    }

    /**
     * The shorter of a time and what is left.
     *
     * @throws WaitTimeoutException when nothing is left
     */
    public Duration bound(Duration time) {
        if (end == null) {
            return time;
        }
        Duration left = Duration.between(clock.instant(), end);
        if (left.isNegative() || left.isZero()) {
            throw new WaitTimeoutException(
                    "it has not ended within " + patience.orElseThrow().toMillis() + " ms");
        }
        return left.compareTo(time) < 0 ? left : time;
    }
}
