package io.clipforge.fleet.rank.boosting;

/**
 * Shapley values of one row in one tree, exact and in polynomial time: algorithm 2 of Lundberg,
 * Erion and Lee, "Consistent Individualized Feature Attribution for Tree Ensembles" (2018), in the
 * library's order of operations, so that the last bit is the same.
 *
 * <p>A path holds, for each feature asked on the way to a node, the share of training rows that
 * would come this way without knowing the feature ({@code zero}), whether this row does ({@code
 * one}), and the weight of sets of each size that flow down.
 */
final class TreeShap {
    private final Tree tree;
    private final double[] row;
    private final double[] contributions;
    private final int[] feature;
    private final double[] zero;
    private final double[] one;
    private final double[] weight;

    private TreeShap(Tree tree, double[] row, double[] contributions) {
        this.tree = tree;
        this.row = row;
        this.contributions = contributions;
        int longest = tree.depth() + 2;
        int room = longest * (longest + 1) / 2;
        feature = new int[room];
        zero = new double[room];
        one = new double[room];
        weight = new double[room];
    }

    /**
     * @param contributions to which each feature's is added, and the expected value at the end
     */
    static void add(Tree tree, double[] row, double[] contributions) {
        contributions[contributions.length - 1] += tree.expected();
        if (!tree.constant()) {
            new TreeShap(tree, row, contributions).descend(0, 0, 0, 1, 1, -1);
        }
    }

    /**
     * @param parent where the parent's path begins in the arrays
     * @param depth features on the parent's path, the first of which stands for none
     */
    private void descend(
            int node, int parent, int depth, double zeroShare, double oneShare, int asked) {
        int path = parent + depth;
        copy(parent, path, depth);
        extend(path, depth, zeroShare, oneShare, asked);
        if (node < 0) {
            leaf(node, path, depth);
        } else {
            inner(node, path, depth);
        }
    }

    private void leaf(int node, int path, int depth) {
        for (int i = 1; i <= depth; i++) {
            double unwound = unwoundSum(path, depth, i);
            contributions[feature[path + i]] +=
                    unwound * (one[path + i] - zero[path + i]) * tree.leaf(node);
        }
    }

    private void inner(int node, int path, int depth) {
        int asked = tree.feature(node);
        int hot = tree.next(node, row);
        int cold = tree.other(node, hot);
        double rows = tree.count(node);
        double hotShare = tree.count(hot) / rows;
        double coldShare = tree.count(cold) / rows;
        double zeroBefore = 1;
        double oneBefore = 1;
        int known = depth;
        int before = find(path, depth, asked);
        if (before >= 0) { // asked further up: that split is undone, and done again here
            zeroBefore = zero[path + before];
            oneBefore = one[path + before];
            unwind(path, depth, before);
            known--;
        }
        descend(hot, path, known + 1, hotShare * zeroBefore, oneBefore, asked);
        descend(cold, path, known + 1, coldShare * zeroBefore, 0, asked);
    }

    private int find(int path, int depth, int asked) {
        for (int i = 0; i <= depth; i++) {
            if (feature[path + i] == asked) {
                return i;
            }
        }
        return -1;
    }

    private void copy(int from, int to, int count) {
        System.arraycopy(feature, from, feature, to, count);
        System.arraycopy(zero, from, zero, to, count);
        System.arraycopy(one, from, one, to, count);
        System.arraycopy(weight, from, weight, to, count);
    }

    private void extend(int path, int depth, double zeroShare, double oneShare, int asked) {
        feature[path + depth] = asked;
        zero[path + depth] = zeroShare;
        one[path + depth] = oneShare;
        weight[path + depth] = depth == 0 ? 1 : 0;
        for (int i = depth - 1; i >= 0; i--) {
            weight[path + i + 1] += oneShare * weight[path + i] * (i + 1) / (depth + 1.0);
            weight[path + i] = zeroShare * weight[path + i] * (depth - i) / (depth + 1.0);
        }
    }

    private void unwind(int path, int depth, int place) {
        double oneShare = one[path + place];
        double zeroShare = zero[path + place];
        double next = weight[path + depth];
        for (int i = depth - 1; i >= 0; i--) {
            if (oneShare != 0) {
                double held = weight[path + i];
                weight[path + i] = next * (depth + 1) / ((i + 1) * oneShare);
                next = held - weight[path + i] * zeroShare * (depth - i) / (depth + 1.0);
            } else {
                weight[path + i] = weight[path + i] * (depth + 1) / (zeroShare * (depth - i));
            }
        }
        for (int i = place; i < depth; i++) { // the weights stay
            feature[path + i] = feature[path + i + 1];
            zero[path + i] = zero[path + i + 1];
            one[path + i] = one[path + i + 1];
        }
    }

    /** The sum of the weights that {@link #unwind} would leave. */
    private double unwoundSum(int path, int depth, int place) {
        double oneShare = one[path + place];
        double zeroShare = zero[path + place];
        double next = weight[path + depth];
        double total = 0;
        for (int i = depth - 1; i >= 0; i--) {
            if (oneShare != 0) {
                double held = next * (depth + 1) / ((i + 1) * oneShare);
                total += held;
                next = weight[path + i] - held * zeroShare * ((depth - i) / (depth + 1.0));
            } else {
                total += weight[path + i] / zeroShare / ((depth - i) / (depth + 1.0));
            }
        }
        return total;
    }
}
