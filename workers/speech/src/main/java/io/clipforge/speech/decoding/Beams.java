package io.clipforge.speech.decoding;

import io.clipforge.speech.model.Logits;
import java.util.List;

/** The sequences of one window: those that go on and those that have ended. */
sealed interface Beams permits BestBeams, PatientBeams {
    /** Those that go on, the best first. */
    List<Beam> running();

    /** Whether the search is over. */
    boolean over();

    /** Of those that have ended. */
    Hypothesis best();

    /**
     * Goes on with the likeliest continuations of all.
     *
     * @param first row of this window
     */
    void advance(Logits logits, int first);

    /** Rows of the batch that are of this window. */
    default int width() {
        return running().size();
    }

    /** Which rows the running ones continue. */
    default List<Integer> sources(int first) {
        return running().stream().map(it -> first + it.source()).toList();
    }

    default List<Integer> lastTokens() {
        return running().stream().map(it -> it.tokens().getLast()).toList();
    }
}
