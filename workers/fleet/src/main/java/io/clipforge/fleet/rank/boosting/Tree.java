package io.clipforge.fleet.rank.boosting;

/**
 * One decision tree. Children at 0 or above are inner nodes; below, they are leaves: −1 is leaf 0.
 */
final class Tree {
    private final int[] features;
    private final Split[] splits;
    private final int[] left;
    private final int[] right;
    private final double[] values;
    private final int[] innerCounts;
    private final int[] leafCounts;
    private final int depth;

    /**
     * @param features of the inner nodes: the column that is asked
     * @param splits of the inner nodes
     * @param left children of the inner nodes
     * @param right children of the inner nodes
     * @param values of the leaves
     * @param innerCounts rows of the training that came to each inner node
     * @param leafCounts rows that ended in each leaf
     * @param depth of inner nodes on the longest way down
     */
    Tree(
            int[] features,
            Split[] splits,
            int[] left,
            int[] right,
            double[] values,
            int[] innerCounts,
            int[] leafCounts,
            int depth) {
        this.features = features;
        this.splits = splits;
        this.left = left;
        this.right = right;
        this.values = values;
        this.innerCounts = innerCounts;
        this.leafCounts = leafCounts;
        this.depth = depth;
    }

    double value(double[] row) {
        int node = splits.length == 0 ? ~0 : 0;
        while (node >= 0) {
            node = next(node, row);
        }
        return values[~node];
    }

    int next(int node, double[] row) {
        return splits[node].left(row[features[node]]) ? left[node] : right[node];
    }

    /** The child that {@link #next} is not. */
    int other(int node, int next) {
        return next == left[node] ? right[node] : left[node];
    }

    int feature(int node) {
        return features[node];
    }

    double leaf(int node) {
        return values[~node];
    }

    double count(int node) {
        return node < 0 ? leafCounts[~node] : innerCounts[node];
    }

    boolean constant() {
        return splits.length == 0;
    }

    int depth() {
        return depth;
    }

    /** The mean over the rows of the training. */
    double expected() {
        if (constant()) {
            return values[0];
        }
        double total = innerCounts[0];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += leafCounts[i] / total * values[i];
        }
        return sum;
    }
}
