package io.clipforge.local.bench.shots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How well cuts were found.
 *
 * @param real cuts that are there
 * @param found cuts that were named
 * @param right of these, near a real one, each real one counted once
 */
record Score(int real, int found, int right) {
    static final Score NOTHING = new Score(0, 0, 0);

    static Score of(Film film, List<Double> found) {
        var open = new ArrayList<>(film.cuts());
        int right = 0;
        for (double cut : found) {
            var nearest =
                    open.stream()
                            .filter(it -> Math.abs(it - cut) <= film.near())
                            .min(Comparator.comparingDouble(it -> Math.abs(it - cut)));
            if (nearest.isPresent()) {
                open.remove(nearest.get());
                right++;
            }
        }
        return new Score(film.cuts().size(), found.size(), right);
    }

    Score plus(Score other) {
        return new Score(real + other.real, found + other.found, right + other.right);
    }

    /** Harmonic mean of precision and recall; 1 where there is nothing to find and nothing was. */
    double f1() {
        return real + found == 0 ? 1 : 2.0 * right / (real + found);
    }
}
