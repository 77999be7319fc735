package io.clipforge.fleet.rank;

/**
 * How well a length suits: 1 at the target, falling with the ratio to it, 0 at three times or a
 * third. A tenth of the asset leaves room for about ten moments; beyond 30 seconds people leave.
 */
record LengthFit(long targetMs) {
    private static final long LONGEST_TARGET_MS = 30_000;

    static LengthFit forAsset(long durationMs, long minMs, long maxMs) {
        long target = Math.min(LONGEST_TARGET_MS, durationMs / 10);
        return new LengthFit(Math.clamp(target, minMs, Math.max(minMs, maxMs)));
    }

    double of(long lengthMs) {
        return Math.max(0, 1 - Math.abs(Math.log((double) lengthMs / targetMs)) / Math.log(3));
    }
}
