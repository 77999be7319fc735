package io.clipforge.speech.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;

/** {@code decoder_model.onnx} for the prompt, {@code decoder_with_past_model.onnx} for the rest. */
record SplitExport(OrtSession withoutPast, OrtSession withPast) implements DecoderExport {
    @Override
    public OrtSession.Result first(OnnxTensor tokens, OnnxTensor states, Set<String> outputs)
            throws OrtException {
        return InterruptibleRun.of(
                withoutPast, Map.of("input_ids", tokens, "encoder_hidden_states", states), outputs);
    }

    @Override
    public OrtSession.Result next(
            OnnxTensor tokens,
            OnnxTensor states,
            Map<String, OnnxTensor> inputs,
            Set<String> outputs)
            throws OrtException {
        inputs.put("input_ids", tokens);
        return CachePosition.run(withPast, inputs, true, outputs);
    }

    @Override
    public boolean tellsAttention() {
        return withoutPast.getOutputNames().contains(CrossAttention.output(0));
    }

    @Override
    public void close() throws OrtException {
        withoutPast.close();
        withPast.close();
    }
}
