package io.clipforge.api.uploads;

/**
 * How large the parts of an upload are: 8 MiB, more only when a file would need more than 1,000
 * parts. S3 takes parts of 5 MiB to 5 GiB, and at most 10,000 of them.
 */
final class PartSize {
    private static final long MIB = 1 << 20;
    private static final long USUAL = 8 * MIB;
    private static final long MOST_PARTS = 1_000;

    private PartSize() {}

    static long of(long sizeBytes) {
        long needed = (sizeBytes + MOST_PARTS - 1) / MOST_PARTS;
        return Math.max(USUAL, (needed + MIB - 1) / MIB * MIB);
    }
}
