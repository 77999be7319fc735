package io.clipforge.speech.decoding;

import java.util.List;

/**
 * A sequence that a search came up with.
 *
 * @param tokens without the end of text
 * @param averageLogProbability per token, an end of text included
 */
record Hypothesis(List<Integer> tokens, double averageLogProbability) {
    Hypothesis {
        tokens = List.copyOf(tokens);
    }
}
