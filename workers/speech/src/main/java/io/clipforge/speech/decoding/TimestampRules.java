package io.clipforge.speech.decoding;

import io.clipforge.speech.tokens.SpecialTokens;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where times may stand. A text begins with one, soon after the start of the window; each phrase is
 * between two; none is before one already written; and where all times together are likelier than
 * any word, a time is written.
 */
record TimestampRules(SpecialTokens special, OptionalInt maxInitial) implements TokenRule {
    @Override
    public void apply(float[] scores, List<Integer> written) {
        int begin = special.timestampBegin();
        scores[special.noTimestamps()] = Scores.FORBIDDEN;
        if (written.isEmpty()) {
            Scores.forbid(scores, 0, begin);
            maxInitial.ifPresent(it -> Scores.forbid(scores, begin + it + 1, scores.length));
        } else {
            inPairs(scores, written);
        }
        if (Scores.logSum(scores, begin, scores.length) > Scores.greatest(scores, 0, begin)) {
            Scores.forbid(scores, 0, begin);
        }
    }

    /**
     * One ends a phrase and one begins the next, but before the end of the text one may be alone.
     */
    private void inPairs(float[] scores, List<Integer> written) {
        int begin = special.timestampBegin();
        boolean afterTime = special.isTimestamp(written.getLast());
        boolean afterPair =
                written.size() < 2 || special.isTimestamp(written.get(written.size() - 2));
        if (afterTime && afterPair) {
            Scores.forbid(scores, begin, scores.length);
        } else if (afterTime) {
            Scores.forbid(scores, 0, special.endOfText());
        }
        int latest = latest(written);
        if (latest >= begin) {
            boolean mayRepeat = afterTime && !afterPair;
            Scores.forbid(scores, begin, mayRepeat ? latest : latest + 1);
        }
    }

    /** The last time that was written, or -1. */
    private int latest(List<Integer> written) {
        for (int i = written.size() - 1; i >= 0; i--) {
            if (special.isTimestamp(written.get(i))) {
                return written.get(i);
            }
        }
        return -1;
    }
}
