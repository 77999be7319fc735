package io.clipforge.fleet.rank.boosting;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A model of one output, as LightGBM 3 and 4 write it with {@code save_model}. Raw scores and
 * contributions are those of the library to the last bit; predictions as far as its {@code exp} and
 * ours round alike. Safe for use by several threads.
 */
public final class TreeEnsemble {
    private final List<String> features;
    private final List<Tree> trees;
    private final boolean averaged;
    private final DoubleUnaryOperator prediction;

    TreeEnsemble(
            List<String> features,
            List<Tree> trees,
            boolean averaged,
            DoubleUnaryOperator prediction) {
        this.features = List.copyOf(features);
        this.trees = List.copyOf(trees);
        this.averaged = averaged;
        this.prediction = prediction;
    }

    /**
     * @param text a whole model file; its importances and parameters are not read
     * @throws UnreadableModel when it is damaged or cut short, has several classes, linear trees or
     *     an objective that is not known
     */
    public static TreeEnsemble parse(String text) {
        return ModelText.read(text);
    }

    /** Their names, in the order of a row. */
    public List<String> features() {
        return features;
    }

    public int trees() {
        return trees.size();
    }

    /**
     * The sum of the trees, also where the prediction is of their mean (a random forest).
     *
     * @param row one value per feature; NaN is missing, a category is a whole number from 0
     */
    public double raw(double... row) {
        var values = checked(row);
        double sum = 0;
        for (var tree : trees) {
            sum += tree.value(values);
        }
        return sum;
    }

    /** In the unit of the objective: a probability for {@code binary}, a raw score for ranking. */
    public double predict(double... row) {
        double sum = raw(row);
        return prediction.applyAsDouble(averaged ? sum / trees.size() : sum);
    }

    /**
     * What each feature adds to the raw score: exact Shapley values that take what is not known as
     * the training's rows went. The last value is the mean raw score of those rows; all together
     * sum to {@link #raw}.
     *
     * @return one value more than there are features
     */
    public double[] contributions(double... row) {
        var values = checked(row);
        var contributions = new double[features.size() + 1];
        for (var tree : trees) {
            TreeShap.add(tree, values, contributions);
        }
        return contributions;
    }

    private double[] checked(double[] row) {
        if (row.length != features.size()) {
            throw new IllegalArgumentException(
                    "a row has %d values instead of %d".formatted(row.length, features.size()));
        }
        return row;
    }
}
