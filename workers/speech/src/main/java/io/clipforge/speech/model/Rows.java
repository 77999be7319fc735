package io.clipforge.speech.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/**
 * Picks rows of a batch without bringing them to the heap: {@code rows.onnx} is a graph of one
 * node, Gather along the first axis.
 */
final class Rows implements AutoCloseable {
    private final OrtSession session;

    private Rows(OrtSession session) {
        this.session = session;
    }

    static Rows open() throws IOException, OrtException {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return open(options);
        }
    }

    static Rows open(OrtSession.SessionOptions options) throws IOException, OrtException {
        try (var graph = Objects.requireNonNull(Rows.class.getResourceAsStream("rows.onnx"))) {
            return new Rows(
                    OrtEnvironment.getEnvironment().createSession(graph.readAllBytes(), options));
        }
    }

    OnnxTensor select(OnnxTensor values, int[] kept) {
        try (var rows = Tensors.of(kept)) {
            var result = session.run(Map.of("values", values, "rows", rows));
            return Tensors.named(result, "selected");
        } catch (OrtException e) {
            throw new ModelException("rows cannot be picked", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new ModelException("a session cannot be closed", e);
        }
    }
}
