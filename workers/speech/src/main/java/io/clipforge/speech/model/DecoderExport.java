package io.clipforge.speech.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;

/** The two ways in which Hugging Face's Optimum writes a decoder to files. */
sealed interface DecoderExport extends AutoCloseable permits MergedExport, SplitExport {
    /** The whole prompt, nothing cached yet. */
    OrtSession.Result first(OnnxTensor tokens, OnnxTensor states, Set<String> outputs)
            throws OrtException;

    /**
     * One more token.
     *
     * @param inputs the cache; tokens and whatever else the file takes are put into it
     */
    OrtSession.Result next(
            OnnxTensor tokens,
            OnnxTensor states,
            Map<String, OnnxTensor> inputs,
            Set<String> outputs)
            throws OrtException;

    /** Whether the attention on the sound is told. */
    boolean tellsAttention();

    @Override
    void close() throws OrtException;
}
