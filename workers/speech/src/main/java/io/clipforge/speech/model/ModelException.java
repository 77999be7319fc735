package io.clipforge.speech.model;

/** ONNX Runtime could not do what a Whisper model is asked for. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
