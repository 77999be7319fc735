package io.clipforge.api.ids;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time-ordered UUIDs (RFC 9562, version 7), for rows whose id must be known before they are
 * written. Those made by one process grow: within a millisecond, 12 bits count (method 1 of section
 * 6.2), and when they have run out, the clock is taken to be ahead.
 */
public final class UuidV7 {
    private static final SecureRandom ENTROPY = new SecureRandom();
    private static final int COUNTER_BITS = 12;

    private static final AtomicLong LAST = new AtomicLong();

    private UuidV7() {}

    public static UUID next() {
        long fresh = System.currentTimeMillis() << COUNTER_BITS;
        long place = LAST.updateAndGet(last -> Math.max(last + 1, fresh));
        long millis = place >> COUNTER_BITS;
        long count = place & ((1 << COUNTER_BITS) - 1);
        long high = (millis << 16) | 0x7000 | count;
        long low = (ENTROPY.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** The least of all that are made at this time or later. */
    public static UUID first(Instant time) {
        return new UUID((time.toEpochMilli() << 16) | 0x7000, 0x8000000000000000L);
    }
}
