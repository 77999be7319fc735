package io.clipforge.api.ids;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Time-ordered UUIDs (RFC 9562, version 7), for rows whose id must be known before they are
 * written.
 */
public final class UuidV7 {
    private static final SecureRandom ENTROPY = new SecureRandom();

    private UuidV7() {}

    public static UUID next() {
        long random = ENTROPY.nextLong();
        long high = (System.currentTimeMillis() << 16) | 0x7000 | (random & 0x0FFF);
        long low = (ENTROPY.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
