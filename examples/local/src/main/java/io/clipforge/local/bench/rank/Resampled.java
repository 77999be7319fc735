package io.clipforge.local.bench.rank;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A mean with the middle 95 % of the means of resampled values (the percentile bootstrap of Efron,
 * 1979).
 */
record Resampled(double mean, double low, double high) {
    private static final int SAMPLES = 10_000;

    static Resampled of(List<Double> values, long seed) {
        var random = new Random(seed);
        var means = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < values.size(); j++) {
                sum += values.get(random.nextInt(values.size()));
            }
            means[i] = sum / values.size();
        }
        Arrays.sort(means);
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return new Resampled(mean, means[SAMPLES / 40], means[SAMPLES - 1 - SAMPLES / 40]);
    }
}
