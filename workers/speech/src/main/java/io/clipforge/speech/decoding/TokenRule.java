package io.clipforge.speech.decoding;

import java.util.List;

/** Forbids tokens that cannot be next. */
@FunctionalInterface
interface TokenRule {
    /**
     * @param scores of each token, logits or logarithms of probabilities; those of forbidden tokens
     *     become minus infinity
     * @param written since the prompt
     */
    void apply(float[] scores, List<Integer> written);
}
