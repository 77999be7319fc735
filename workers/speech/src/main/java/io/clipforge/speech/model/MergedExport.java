package io.clipforge.speech.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * {@code decoder_model_merged.onnx}: both graphs in one file that share the weights; {@code
 * use_cache_branch} says which one runs. Every input must be there, used or not.
 */
record MergedExport(OrtSession session, WhisperConfig config) implements DecoderExport {
    @Override
    public OrtSession.Result first(OnnxTensor tokens, OnnxTensor states, Set<String> outputs)
            throws OrtException {
        var inputs = new HashMap<String, OnnxTensor>();
        var names = new ArrayList<>(KeyValueCache.selfInputs(config.layers()));
        names.addAll(KeyValueCache.crossInputs(config.layers()));
        long rows = tokens.getInfo().getShape()[0];
        var nothing = FloatBuffer.allocate((int) rows * config.width());
        try (var unused = Tensors.of(nothing, rows, config.heads(), 1, config.headWidth())) {
            names.forEach(it -> inputs.put(it, unused));
            return run(tokens, states, inputs, false, outputs);
        }
    }

    @Override
    public OrtSession.Result next(
            OnnxTensor tokens,
            OnnxTensor states,
            Map<String, OnnxTensor> inputs,
            Set<String> outputs)
            throws OrtException {
        return run(tokens, states, inputs, true, outputs);
    }

    @Override
    public boolean tellsAttention() {
        return session.getOutputNames().contains(CrossAttention.output(0));
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }

    private OrtSession.Result run(
            OnnxTensor tokens,
            OnnxTensor states,
            Map<String, OnnxTensor> inputs,
            boolean cached,
            Set<String> outputs)
            throws OrtException {
        try (var branch = Tensors.of(cached)) {
            inputs.put("input_ids", tokens);
            inputs.put("encoder_hidden_states", states);
            inputs.put("use_cache_branch", branch);
            return CachePosition.run(session, inputs, cached, outputs);
        }
    }
}
