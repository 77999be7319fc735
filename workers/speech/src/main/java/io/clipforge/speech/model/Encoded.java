package io.clipforge.speech.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the encoder heard: a row per window of 30 s. Native memory, until it is closed. */
public final class Encoded implements AutoCloseable {
    private final OnnxTensor states;
    private final @Nullable Arena memory;

    Encoded(OnnxTensor states) {
        this(states, null);
    }

    /**
     * @param memory of the tensor, where that is not its own
     */
    private Encoded(OnnxTensor states, @Nullable Arena memory) {
        this.states = states;
        this.memory = memory;
    }

    /**
     * @param parts of one window each; they are copied
     */
    static Encoded together(List<Encoded> parts) throws OrtException {
        long[] shape = parts.getFirst().states.getInfo().getShape();
        long size = shape[1] * shape[2];
        var memory = Arena.ofShared();
        try {
            var values = Tensors.room(memory, parts.size() * size);
            parts.forEach(it -> values.put(it.states.getFloatBuffer()));
            var together = Tensors.of(values.flip(), parts.size(), shape[1], shape[2]);
            return new Encoded(together, memory);
        } catch (OrtException | RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    /** Windows. */
    public int rows() {
        return (int) states.getInfo().getShape()[0];
    }

    /** Shaped rows, positions, width. */
    OnnxTensor states() {
        return states;
    }

    @Override
    public void close() {
        states.close();
        if (memory != null) {
            memory.close();
        }
    }
}
