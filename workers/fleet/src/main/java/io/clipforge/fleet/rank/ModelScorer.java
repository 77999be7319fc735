package io.clipforge.fleet.rank;

import io.clipforge.jobs.RankedMoments.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The model judges the features that it was taught, our weights the others, which no data has
 * taught yet: sound, picture, times, length, how it begins. Both speak in log-odds, so they add up.
 */
final class ModelScorer implements Scorer {
    /** Puts a passage that is ordinary in what was not taught at nothing. */
    private static final double ORDINARY_REST = -1.9;

    private final LearnedModel model;

    ModelScorer(LearnedModel model) {
        this.model = model;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public double score(FeatureValues values) {
        double sum = shift() + model.logOdds(values);
        for (var feature : Feature.values()) {
            if (!model.knows(feature)) {
                sum += feature.weight() * values.of(feature);
            }
        }
        return Scorer.logistic(sum);
    }

    @Override
    public double start() {
        return shift() + model.meanLogOdds();
    }

    @Override
    public List<Reason> reasons(FeatureValues values) {
        Map<Feature, Double> learned = model.contributions(values);
        var reasons = new ArrayList<Reason>();
        for (var feature : Feature.values()) {
            var contribution = learned.get(feature);
            reasons.add(
                    contribution == null
                            ? WeightedScorer.reason(feature, values.of(feature))
                            : new Reason(
                                    feature.text(),
                                    values.of(feature),
                                    model.importance(feature),
                                    contribution));
        }
        return Scorer.strongestFirst(reasons);
    }

    @Override
    public Double probability(FeatureValues values) {
        return Scorer.logistic(model.logOdds(values));
    }

    /** An ordinary passage scores a half, however rare reactions are. */
    private double shift() {
        return ORDINARY_REST - model.baseLogOdds();
    }
}
