package io.clipforge.fleet.rank;

import io.clipforge.jobs.RankedMoments.Reason;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges windows by their features. Whatever judges, the score is the logistic function of a start
 * and of what the features add, so that it can be read off the reasons: 1 / (1 + e^−(start + Σ
 * contribution)).
 */
interface Scorer {
    /** What moments say made their score, such as {@code weighted}. */
    String name();

    double score(FeatureValues values);

    /** The sum before any feature has added to it. */
    double start();

    /** Every feature, the strongest first. */
    List<Reason> reasons(FeatureValues values);

    /**
     * How likely people react to it, as far as learned from people; absent where nothing was
     * learned.
     */
    @Nullable Double probability(FeatureValues values);

    static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    static List<Reason> strongestFirst(List<Reason> reasons) {
        return reasons.stream()
                .sorted(
                        Comparator.comparingDouble((Reason it) -> Math.abs(it.contribution()))
                                .reversed())
                .toList();
    }
}
