package io.clipforge.speech.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;

/**
 * Opens graphs.
 *
 * @param threads that one run may use
 */
record Sessions(int threads) {
    /**
     * Where the embedding of tokens is kept in 8 bits and used again for the logits, ONNX Runtime
     * widens it to floats for that, unless it may narrow the other side to 8 bits as well, as in
     * every other product of such a model.
     */
    private static final String NARROW_BOTH_SIDES = "session.qdq_matmulnbits_accuracy_level";

    /** Threads that wait for work by trying all the time take the processor from all others. */
    private static final String SPINNING = "session.intra_op.allow_spinning";

    OrtSession open(Path file) throws OrtException {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            Device.best().choose(options);
            // a plan for each length of a text is memory that the next length has no use for
            options.setMemoryPatternOptimization(false);
            options.addConfigEntry(SPINNING, "0");
            options.addConfigEntry(NARROW_BOTH_SIDES, "4");
            return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
        }
    }
}
