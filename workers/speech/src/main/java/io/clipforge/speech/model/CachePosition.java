package io.clipforge.speech.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the new tokens stand in their sequence: an input of some exports, and unknown to others.
 */
final class CachePosition {
    private static final String INPUT = "cache_position";
    private static final String A_PAST = KeyValueCache.selfInputs(1).getFirst();

    private CachePosition() {}

    /**
     * Runs with the position where it is asked for.
     *
     * @param inputs all others
     */
    static OrtSession.Result run(
            OrtSession session, Map<String, OnnxTensor> inputs, boolean cached, Set<String> outputs)
            throws OrtException {
        if (!session.getInputNames().contains(INPUT)) {
            return InterruptibleRun.of(session, inputs, outputs);
        }
        int past = cached ? length(inputs, A_PAST, 2) : 0;
        int count = length(inputs, "input_ids", 1);
        try (var positions = Tensors.of(IntStream.range(past, past + count).toArray())) {
            inputs.put(INPUT, positions);
            return InterruptibleRun.of(session, inputs, outputs);
        }
    }

    private static int length(Map<String, OnnxTensor> inputs, String name, int axis)
            throws OrtException {
        var tensor = inputs.get(name);
        if (tensor == null) {
            throw new OrtException("no input " + name);
        }
        return (int) tensor.getInfo().getShape()[axis];
    }
}
