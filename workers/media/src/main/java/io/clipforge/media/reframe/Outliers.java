package io.clipforge.media.reframe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes a detector's jumps out of a track (Hampel's identifier): a face that is far from the median
 * of its neighbours was found in the wrong place. A move that lasts is kept.
 */
final class Outliers {
    private static final int NEIGHBOURS = 4;

    /** Three standard deviations, from the median absolute deviation of normal noise. */
    private static final double SPREAD = 3 * 1.4826;

    private static final double FREE_SHARE = 0.35;

    private Outliers() {}

    static List<Target> removed(List<Target> targets) {
        return IntStream.range(0, targets.size())
                .filter(i -> !isOutlier(targets, i))
                .mapToObj(targets::get)
                .toList();
    }

    private static boolean isOutlier(List<Target> targets, int at) {
        int from = Math.max(0, at - NEIGHBOURS);
        int to = Math.min(targets.size(), at + NEIGHBOURS + 1);
        var around = targets.subList(from, to);
        double median = median(around.stream().mapToDouble(Target::center).toArray());
        double spread =
                median(around.stream().mapToDouble(it -> Math.abs(it.center() - median)).toArray());
        double length = median(around.stream().mapToDouble(Target::length).toArray());
        double off = Math.abs(targets.get(at).center() - median);
        return off > Math.max(SPREAD * spread, FREE_SHARE * length);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
