package io.clipforge.speech.model;

import ai.onnxruntime.OnnxTensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How likely each token is to be next, unscaled: for each row of a batch, after each position. */
public final class Logits {
    private final float[] values;
    private final int[] order;
    private final int positions;
    private final int vocabulary;

    private Logits(float[] values, int[] order, int positions, int vocabulary) {
        this.values = values;
        this.order = order;
        this.positions = positions;
        this.vocabulary = vocabulary;
    }

    static Logits of(OnnxTensor tensor) {
        long[] shape = tensor.getInfo().getShape();
        var order = IntStream.range(0, (int) shape[0]).toArray();
        return new Logits(Tensors.values(tensor), order, (int) shape[1], (int) shape[2]);
    }

    /** These rows, in this order; values are shared. */
    Logits select(int[] kept) {
        var selected = Arrays.stream(kept).map(it -> order[it]).toArray();
        return new Logits(values, selected, positions, vocabulary);
    }

    public int rows() {
        return order.length;
    }

    public int positions() {
        return positions;
    }

    /** A copy, a value for each token. */
    public float[] at(int row, int position) {
        int from = (order[row] * positions + position) * vocabulary;
        return Arrays.copyOfRange(values, from, from + vocabulary);
    }

    /** A copy, after the last position. */
    public float[] last(int row) {
        return at(row, positions - 1);
    }
}
