package io.clipforge.local.bench.http;

import java.util.Arrays;

/** What a load found. */
final class Measured {
    private static final double NANOS_PER_MS = 1e6;

    private final double seconds;
    private final long[] nanos;

    /**
     * @param seconds how long the load lasted
     * @param nanos how long each answer took
     */
    Measured(double seconds, long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("nothing was answered");
        }
        this.seconds = seconds;
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    int requests() {
        return nanos.length;
    }

    double seconds() {
        return seconds;
    }

    double perSecond() {
        return nanos.length / seconds;
    }

    /** What at least this share of the answers did not exceed. */
    double ms(double share) {
        int index = Math.max(0, (int) Math.ceil(nanos.length * share) - 1);
        return nanos[index] / NANOS_PER_MS;
    }
}
