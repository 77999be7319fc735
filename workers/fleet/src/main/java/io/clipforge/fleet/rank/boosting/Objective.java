package io.clipforge.fleet.rank.boosting;

import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** What the training aimed at, which decides how a raw score becomes a prediction. */
final class Objective {
    private static final Set<String> AS_IT_IS =
            Set.of(
                    "regression_l1",
                    "huber",
                    "fair",
                    "quantile",
                    "mape",
                    "lambdarank",
                    "rank_xendcg",
                    "custom");

    private Objective() {}

    /**
     * @param text such as {@code binary sigmoid:1}
     */
    static DoubleUnaryOperator of(String text) {
        var words = List.of(text.strip().split("\\s+", -1));
        var name = words.getFirst();
        var options = words.subList(1, words.size());
        if (AS_IT_IS.contains(name)) {
            return DoubleUnaryOperator.identity();
        }
        return switch (name) {
            case "regression" ->
                    options.contains("sqrt") ? Objective::squared : DoubleUnaryOperator.identity();
            case "poisson", "gamma", "tweedie" -> Math::exp;
            case "binary" -> logistic(steepness(options));
            case "cross_entropy" -> logistic(1);
            case "cross_entropy_lambda" -> raw -> Math.log1p(Math.exp(raw));
            default ->
                    throw new UnreadableModel(
                            "the objective '%s' is not one this evaluator knows".formatted(name));
        };
    }

    private static double squared(double raw) {
        return Math.signum(raw) * raw * raw;
    }

    private static DoubleUnaryOperator logistic(double steepness) {
        return raw -> 1 / (1 + Math.exp(-steepness * raw));
    }

    private static double steepness(List<String> options) {
        for (var option : options) {
            if (option.startsWith("sigmoid:")) {
                try {
                    double steepness = Double.parseDouble(option.substring("sigmoid:".length()));
                    if (steepness > 0 && Double.isFinite(steepness)) {
                        return steepness;
                    }
                } catch (NumberFormatException e) {
                    throw new UnreadableModel("the objective has '%s'".formatted(option), e);
                }
            }
        }
        throw new UnreadableModel("the binary objective has no positive sigmoid");
    }
}
