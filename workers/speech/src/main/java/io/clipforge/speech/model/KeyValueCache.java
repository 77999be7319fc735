package io.clipforge.speech.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the decoder need not compute again: keys and values of its attention, for each layer.
 *
 * <p>Those of self-attention grow by one position with each token, those of cross-attention are of
 * the sound and stay. Outputs of one run are the inputs of the next and never leave native memory.
 */
final class KeyValueCache implements AutoCloseable {
    private final int layers;
    private final List<OnnxTensor> self = new ArrayList<>();
    private final List<OnnxTensor> cross = new ArrayList<>();

    /**
     * @param first the run over the prompt, with {@link #selfOutputs} and {@link #crossOutputs}
     */
    KeyValueCache(int layers, OrtSession.Result first) {
        this.layers = layers;
        selfOutputs(layers).forEach(it -> self.add(Tensors.named(first, it)));
        crossOutputs(layers).forEach(it -> cross.add(Tensors.named(first, it)));
    }

    static List<String> selfOutputs(int layers) {
        return names("present", layers, "decoder");
    }

    static List<String> crossOutputs(int layers) {
        return names("present", layers, "encoder");
    }

    static List<String> selfInputs(int layers) {
        return names("past_key_values", layers, "decoder");
    }

    static List<String> crossInputs(int layers) {
        return names("past_key_values", layers, "encoder");
    }

    void feed(Map<String, OnnxTensor> inputs) {
        put(inputs, selfInputs(layers), self);
        put(inputs, crossInputs(layers), cross);
    }

    /** Takes the longer keys and values, gives the shorter ones back. */
    void grow(OrtSession.Result next) {
        close(self);
        selfOutputs(layers).forEach(it -> self.add(Tensors.named(next, it)));
    }

    /** Goes on with these rows, in this order; one may be there many times, or no more. */
    void select(Rows rows, int[] kept) {
        selectEach(rows, kept, self);
        selectEach(rows, kept, cross);
    }

    /** Goes on with these rows, where all rows are of the same sound. */
    void selectSelf(Rows rows, int[] kept) {
        selectEach(rows, kept, self);
    }

    @Override
    public void close() {
        close(self);
        close(cross);
    }

    private static void selectEach(Rows rows, int[] kept, List<OnnxTensor> tensors) {
        for (int i = 0; i < tensors.size(); i++) {
            try (var before = tensors.get(i)) {
                tensors.set(i, rows.select(before, kept));
            }
        }
    }

    private static void put(
            Map<String, OnnxTensor> inputs, List<String> names, List<OnnxTensor> tensors) {
        for (int i = 0; i < names.size(); i++) {
            inputs.put(names.get(i), tensors.get(i));
        }
    }

    private static void close(List<OnnxTensor> tensors) {
        tensors.forEach(OnnxTensor::close);
        tensors.clear();
    }

    private static List<String> names(String prefix, int layers, String side) {
        var names = new ArrayList<String>();
        for (int layer = 0; layer < layers; layer++) {
            names.add("%s.%d.%s.key".formatted(prefix, layer, side));
            names.add("%s.%d.%s.value".formatted(prefix, layer, side));
        }
        return List.copyOf(names);
    }
}
