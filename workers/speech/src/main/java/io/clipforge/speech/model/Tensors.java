package io.clipforge.speech.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Objects;

/** Native arrays from ours and back. */
final class Tensors {
    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    private Tensors() {}

    /**
     * @param values used as they are when they are native memory, and open as long as the tensor
     */
    static OnnxTensor of(FloatBuffer values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(ENVIRONMENT, values, shape);
    }

    /** Native memory for as many values. */
    static FloatBuffer room(Arena memory, long values) {
        return memory.allocate(ValueLayout.JAVA_FLOAT, values)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /**
     * @param rows all of one length
     */
    static OnnxTensor of(List<List<Integer>> rows) throws OrtException {
        int length = rows.getFirst().size();
        var values = LongBuffer.allocate(rows.size() * length);
        for (var row : rows) {
            if (row.size() != length) {
                throw new IllegalArgumentException("rows of a batch are of one length");
            }
            row.forEach(values::put);
        }
        return OnnxTensor.createTensor(
                ENVIRONMENT, values.flip(), new long[] {rows.size(), length});
    }

    static OnnxTensor of(int[] values) throws OrtException {
        var longs = LongBuffer.allocate(values.length);
        for (int value : values) {
            longs.put(value);
        }
        return OnnxTensor.createTensor(ENVIRONMENT, longs.flip(), new long[] {values.length});
    }

    static OnnxTensor of(boolean value) throws OrtException {
        return OnnxTensor.createTensor(ENVIRONMENT, new boolean[] {value});
    }

    static OnnxTensor named(OrtSession.Result result, String name) {
        return (OnnxTensor)
                result.get(name)
                        .orElseThrow(() -> new IllegalStateException("the model gives no " + name));
    }

    /** A copy on the heap. */
    static float[] values(OnnxTensor tensor) {
        var copy = Objects.requireNonNull(tensor.getFloatBuffer());
        if (copy.hasArray() && copy.array().length == copy.remaining()) {
            return copy.array();
        }
        var values = new float[copy.remaining()];
        copy.get(values);
        return values;
    }
}
