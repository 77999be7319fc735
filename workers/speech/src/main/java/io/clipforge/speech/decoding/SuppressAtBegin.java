package io.clipforge.speech.decoding;

import java.util.List;

/** Tokens that are not written first, so that a text is neither blank nor empty. */
record SuppressAtBegin(List<Integer> tokens) implements TokenRule {
    @Override
    public void apply(float[] scores, List<Integer> written) {
        if (written.isEmpty()) {
            for (int token : tokens) {
                scores[token] = Scores.FORBIDDEN;
            }
        }
    }
}
