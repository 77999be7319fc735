package io.clipforge.local.bench;

import java.util.Collection;
import java.util.List;

/**
 * What most of some measured values do not exceed.
 *
 * @param sorted the values, ascending
 */
public record Quantiles(List<Double> sorted) {
    public Quantiles {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = sorted.stream().sorted().toList();
    }

    public static Quantiles of(Collection<Double> values) {
        return new Quantiles(List.copyOf(values));
    }

    /** The smallest value that at least this share of all does not exceed. */
    public double at(double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * share) - 1));
    }

    /** The middle one; of an even number, between the middle two. */
    public double median() {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
