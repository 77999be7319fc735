package io.clipforge.speech.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import java.io.IOException;

/**
 * Where models compute: on an NVIDIA GPU where one works, else on the processor.
 *
 * @param kind what it is
 * @param why it is not a GPU, a line; empty when it is one
 */
public record Device(Kind kind, String why) {
    private static final int FIRST = 0;

    /** What computes. */
    public enum Kind {
        CPU,
        CUDA
    }

    /** The best that works in this process, found out once by trying. */
    public static Device best() {
        return Best.DEVICE;
    }

    private static final class Best {
        private static final Device DEVICE = tried();
    }

    /** Tells the options of a session where it shall compute. */
    void choose(OrtSession.SessionOptions options) throws OrtException {
        switch (kind) {
            case CPU -> {}
            case CUDA -> options.addCUDA(FIRST);
        }
    }

    private static Device tried() {
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            return new Device(Kind.CPU, "this build has no CUDA in it");
        }
        var cuda = new Device(Kind.CUDA, "");
        try (var options = new OrtSession.SessionOptions()) {
            cuda.choose(options);
            Rows.open(options).close();
            return cuda;
        } catch (IOException | OrtException | UnsatisfiedLinkError e) {
            var message = String.valueOf(e.getMessage());
            return new Device(Kind.CPU, message.lines().findFirst().orElse(message));
        }
    }
}
