package io.clipforge.speech.decoding;

import io.clipforge.speech.model.Dictation;
import java.util.List;

/** Finds a likely sequence of tokens. */
sealed interface Search permits BeamSearch, GreedySearch {
    /**
     * @param dictation that has read its prompt; of no more use afterwards
     * @return one for each row
     */
    List<Hypothesis> search(Dictation dictation);
}
