package io.clipforge.sdk.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** {@code Retry-After} of RFC 9110: seconds, or a date. */
final class RetryAfter {
    /** Nobody is kept waiting longer than this at once, whatever the server says. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private RetryAfter() {}

    static Optional<Duration> parse(String value, Clock clock) {
        String text = value.strip();
        try {
            Duration wait =
                    text.matches("[0-9]+([.][0-9]+)?")
                            ? seconds(text)
                            : Duration.between(clock.instant(), date(text));
            return Optional.of(bounded(wait));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Compared before it is converted, for a header may hold any number. */
    private static Duration seconds(String text) {
        double seconds = Math.min(Double.parseDouble(text), (double) LONGEST.toSeconds());
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    private static Instant date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
