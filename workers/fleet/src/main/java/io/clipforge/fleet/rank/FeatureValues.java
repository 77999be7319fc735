package io.clipforge.fleet.rank;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What was measured of one window: every feature, 0 to 1. */
record FeatureValues(Map<Feature, Double> values) {
    static FeatureValues of(ToDoubleFunction<Feature> measure) {
        var values = new EnumMap<Feature, Double>(Feature.class);
        for (var feature : Feature.values()) {
            values.put(feature, measure.applyAsDouble(feature));
        }
        return new FeatureValues(values);
    }

    double of(Feature feature) {
        return Objects.requireNonNull(values.get(feature));
    }
}
