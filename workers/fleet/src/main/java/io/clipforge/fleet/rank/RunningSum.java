package io.clipforge.fleet.rank;

import java.util.function.IntToDoubleFunction;

/** Sums of any stretch of a row in one step. */
final class RunningSum {
    private final double[] sums;

    RunningSum(int length, IntToDoubleFunction value) {
        sums = new double[length + 1];
        for (int i = 0; i < length; i++) {
            sums[i + 1] = sums[i] + value.applyAsDouble(i);
        }
    }

    /** Of what lies within the row. */
    double between(long from, long to) {
        int last = sums.length - 1;
        int start = Math.clamp(from, 0, last);
        return sums[Math.clamp(to, start, last)] - sums[start];
    }
}
