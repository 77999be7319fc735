package io.clipforge.local.bench.http;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The straight line that comes closest to some samples.
 *
 * @param from its value at the first sample
 * @param to its value at the last sample
 */
record Trend(double from, double to) {

    /** Least squares. */
    static <T> Trend of(List<T> samples, ToDoubleFunction<T> time, ToDoubleFunction<T> value) {
        if (samples.size() < 2) {
            throw new IllegalArgumentException("a line goes through two points");
        }
        double meanTime = mean(samples, time);
        double meanValue = mean(samples, value);
        double products = 0;
        double squares = 0;
        for (var it : samples) {
            double distance = time.applyAsDouble(it) - meanTime;
            products += distance * (value.applyAsDouble(it) - meanValue);
            squares += distance * distance;
        }
        double slope = squares == 0 ? 0 : products / squares;
        double first = time.applyAsDouble(samples.getFirst());
        double last = time.applyAsDouble(samples.getLast());
        return new Trend(
                meanValue + slope * (first - meanTime), meanValue + slope * (last - meanTime));
    }

    /** As a share of where it begins; below 0 when it falls. */
    double growth() {
        return to / from - 1;
    }

    private static <T> double mean(List<T> samples, ToDoubleFunction<T> value) {
        return samples.stream().mapToDouble(value).average().orElseThrow();
    }
}
