package io.clipforge.fleet.rank.boosting;

import io.clipforge.fleet.rank.boosting.Split.Missing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Reads one tree, and refuses what is none: wrong counts, loops, nodes that nothing leads to. */
final class TreeText {
    /** Far deeper than any useful tree, and shallow enough for recursion. */
    private static final int DEEPEST = 256;

    private static final int CATEGORICAL = 1;
    private static final int MISSING_GOES_LEFT = 2;
    private static final int MISSING_SHIFT = 2;

    private final Section text;
    private final int inner;

    private TreeText(Section text) {
        this.text = text;
        int leaves = text.number("num_leaves");
        // a leaf takes at least two characters, so that a lie about their number costs nothing
        if (leaves < 1 || leaves > text.text("leaf_value").length()) {
            throw broken("%d leaves".formatted(leaves));
        }
        inner = leaves - 1;
    }

    static Tree read(Section text, int features) {
        if (text.has("is_linear") && text.number("is_linear") != 0) {
            throw new UnreadableModel(
                    text.name() + " is linear; only trees with constant leaves are evaluated");
        }
        return new TreeText(text).tree(features);
    }

    private Tree tree(int columns) {
        var features = text.integers("split_feature", inner);
        if (Arrays.stream(features).anyMatch(it -> it < 0 || it >= columns)) {
            throw broken("a feature that the model does not name");
        }
        var left = text.integers("left_child", inner);
        var right = text.integers("right_child", inner);
        return new Tree(
                features,
                splits(),
                left,
                right,
                leaves(),
                counts("internal_count", inner),
                counts("leaf_count", inner + 1),
                depth(left, right));
    }

    private double[] leaves() {
        var values = text.decimals("leaf_value", inner + 1);
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw broken("a leaf without a finite value");
        }
        return values;
    }

    private Split[] splits() {
        var thresholds = text.decimals("threshold", inner);
        var types = text.integers("decision_type", inner);
        var sets = sets();
        var splits = new Split[inner];
        for (int i = 0; i < inner; i++) {
            splits[i] = split(types[i], thresholds[i], sets);
        }
        return splits;
    }

    private Split split(int type, double threshold, List<BitSet> sets) {
        if ((type & CATEGORICAL) != 0) {
            int set = (int) threshold;
            if (set != threshold || set < 0 || set >= sets.size()) {
                throw broken("a set of categories that is not there");
            }
            return new Split.Categorical(sets.get(set));
        }
        var missing =
                switch (type >> MISSING_SHIFT) {
                    case 0 -> Missing.NONE;
                    case 1 -> Missing.ZERO;
                    case 2 -> Missing.NAN;
                    default -> throw broken("the decision type " + type);
                };
        return new Split.Numerical(threshold, missing, (type & MISSING_GOES_LEFT) != 0);
    }

    private List<BitSet> sets() {
        int count = text.number("num_cat");
        if (count == 0) {
            return List.of();
        }
        if (count < 0 || count > inner) {
            throw broken(count + " sets of categories");
        }
        var bounds = text.integers("cat_boundaries", count + 1);
        for (int i = 0; i < count; i++) {
            if (bounds[0] != 0 || bounds[i] > bounds[i + 1]) {
                throw broken("sets of categories that overlap");
            }
        }
        var words = text.words("cat_threshold", bounds[count]);
        return IntStream.range(0, count)
                .mapToObj(i -> set(Arrays.copyOfRange(words, bounds[i], bounds[i + 1])))
                .toList();
    }

    /** Bit {@code c % 32} of word {@code c / 32} stands for category c. */
    private static BitSet set(int[] words) {
        var bytes = ByteBuffer.allocate(words.length * Integer.BYTES);
        bytes.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(words);
        return BitSet.valueOf(bytes);
    }

    private int[] counts(String key, int count) {
        // the library of some versions leaves this out of a tree that is one leaf
        if (inner == 0 && text.text(key).isBlank()) {
            return new int[count];
        }
        var counts = text.integers(key, count);
        if (Arrays.stream(counts).anyMatch(it -> it < 0)) {
            throw broken("a negative number of rows");
        }
        return counts;
    }

    /** The library numbers a child after its parent, so that one look forward finds every fault. */
    private int depth(int[] left, int[] right) {
        var levels = new int[inner];
        var leafReached = new boolean[inner + 1];
        if (inner > 0) {
            levels[0] = 1;
        }
        int deepest = 0;
        for (int node = 0; node < inner; node++) {
            if (levels[node] == 0) {
                throw broken("a node that nothing leads to");
            }
            deepest = Math.max(deepest, levels[node]);
            for (int child : new int[] {left[node], right[node]}) {
                reach(node, child, levels, leafReached);
            }
        }
        if (deepest > DEEPEST) {
            throw broken("more than %d levels".formatted(DEEPEST));
        }
        return deepest;
    }

    private void reach(int node, int child, int[] levels, boolean[] leafReached) {
        boolean leaf = child < 0;
        int place = leaf ? ~child : child;
        if (place >= (leaf ? inner + 1 : inner) || (!leaf && place <= node)) {
            throw broken("a child that is not there");
        }
        if (leaf ? leafReached[place] : levels[place] != 0) {
            throw broken("a child of two parents");
        }
        if (leaf) {
            leafReached[place] = true;
        } else {
            levels[place] = levels[node] + 1;
        }
    }

    private UnreadableModel broken(String what) {
        return new UnreadableModel("%s has %s".formatted(text.name(), what));
    }
}
