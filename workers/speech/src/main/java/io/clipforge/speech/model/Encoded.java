package io.clipforge.speech.model;

import ai.onnxruntime.OnnxTensor;

/** What the encoder heard: a row per window of 30 s. Native memory, until it is closed. */
public final class Encoded implements AutoCloseable {
    private final OnnxTensor states;

    Encoded(OnnxTensor states) {
        this.states = states;
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
    }
}
