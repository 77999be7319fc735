package io.clipforge.speech.decoding;

import java.util.ArrayList;
import java.util.List;

/**
 * A sequence that goes on.
 *
 * @param score sum of the logarithms of its tokens' probabilities
 * @param source the beam that it continues
 */
record Beam(List<Integer> tokens, double score, int source) {
    static final Beam EMPTY = new Beam(List.of(), 0, 0);

    Beam {
        tokens = List.copyOf(tokens);
    }

    Beam then(Candidate candidate) {
        var all = new ArrayList<>(tokens);
        all.add(candidate.token());
        return new Beam(all, candidate.score(), candidate.beam());
    }
}
