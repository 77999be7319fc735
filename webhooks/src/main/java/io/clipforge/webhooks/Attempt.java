package io.clipforge.webhooks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the customer sees of one attempt.
 *
 * @param number from 1
 * @param status of the answer; null when there was none
 * @param excerpt the first bytes of the answer's body as text without NUL; empty when there was
 *     none
 * @param failure a sentence saying why this was no delivery; null when it was one
 */
public record Attempt(
        int number,
        Instant startedAt,
        Duration took,
        @Nullable Integer status,
        String excerpt,
        @Nullable String failure) {
    public Attempt {
        // PostgreSQL's text cannot hold it
        excerpt = excerpt.replace('\0', '\uFFFD');
    }
}
