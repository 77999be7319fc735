package io.clipforge.fleet.rank;

import io.clipforge.jobs.RankedMoments.Reason;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every feature counts by a weight that we chose. */
final class WeightedScorer implements Scorer {
    static final String NAME = "weighted";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double score(FeatureValues values) {
        double sum = Feature.BIAS;
        for (var feature : Feature.values()) {
            sum += feature.weight() * values.of(feature);
        }
        return Scorer.logistic(sum);
    }

    @Override
    public double start() {
        return Feature.BIAS;
    }

    @Override
    public List<Reason> reasons(FeatureValues values) {
        return Scorer.strongestFirst(
                Arrays.stream(Feature.values()).map(it -> reason(it, values.of(it))).toList());
    }

    @Override
    public @Nullable Double probability(FeatureValues values) {
        return null;
    }

    static Reason reason(Feature feature, double value) {
        return new Reason(feature.text(), value, feature.weight(), value * feature.weight());
    }
}
