package io.clipforge.speech.decoding;

import java.util.List;

/** Tokens that are never written: brackets, notes of music, what stands for no speech. */
record Suppress(List<Integer> tokens) implements TokenRule {
    @Override
    public void apply(float[] scores, List<Integer> written) {
        for (int token : tokens) {
            scores[token] = Scores.FORBIDDEN;
        }
    }
}
