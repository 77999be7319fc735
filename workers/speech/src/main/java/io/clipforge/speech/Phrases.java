package io.clipforge.speech;

import io.clipforge.speech.tokens.SpecialTokens;
import java.util.ArrayList;
import java.util.List;

/**
 * A window's tokens in phrases, and how far the window is done.
 *
 * <p>Two times side by side are where one phrase ends and the next begins. What follows the last
 * such pair was cut off by the end of the window: it is dropped, and the next window begins there.
 * A single time at the very end says that nothing was cut off.
 *
 * @param frames how far to go, in steps of 10 ms
 * @param whole whether a single time at the end says that nothing was cut off
 */
record Phrases(List<Phrase> phrases, int frames, boolean whole) {
    private static final double FRAMES_PER_SECOND = 100;
    private static final int FRAMES_PER_TIMESTAMP = 2;

    Phrases {
        phrases = List.copyOf(phrases);
    }

    /**
     * @param start seconds from the start of the window
     */
    record Phrase(double start, double end, List<Integer> tokens) {
        Phrase {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * @param frames of sound in the window
     */
    static Phrases of(List<Integer> tokens, int frames, SpecialTokens special) {
        var cuts = cuts(tokens, special);
        boolean whole = endsWithASingleTime(tokens, special);
        if (cuts.isEmpty()) {
            double end = end(tokens, frames, special);
            return new Phrases(List.of(new Phrase(0, end, tokens)), frames, whole);
        }
        if (whole) {
            cuts.add(tokens.size());
        }
        var phrases = new ArrayList<Phrase>();
        int from = 0;
        for (int to : cuts) {
            var phrase = tokens.subList(from, to);
            double start = special.seconds(phrase.getFirst());
            phrases.add(new Phrase(start, special.seconds(phrase.getLast()), phrase));
            from = to;
        }
        int last = tokens.get(from - 1) - special.timestampBegin();
        return new Phrases(phrases, whole ? frames : last * FRAMES_PER_TIMESTAMP, whole);
    }

    /** Between the two times of each pair. */
    private static List<Integer> cuts(List<Integer> tokens, SpecialTokens special) {
        var cuts = new ArrayList<Integer>();
        for (int i = 1; i < tokens.size(); i++) {
            if (special.isTimestamp(tokens.get(i - 1)) && special.isTimestamp(tokens.get(i))) {
                cuts.add(i);
            }
        }
        return cuts;
    }

    private static boolean endsWithASingleTime(List<Integer> tokens, SpecialTokens special) {
        int size = tokens.size();
        return size >= 2
                && special.isTimestamp(tokens.getLast())
                && !special.isTimestamp(tokens.get(size - 2));
    }

    /** The last time that was written, unless that is the start; else the end of the window. */
    private static double end(List<Integer> tokens, int frames, SpecialTokens special) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            int token = tokens.get(i);
            if (special.isTimestamp(token)) {
                return token == special.timestampBegin()
                        ? frames / FRAMES_PER_SECOND
                        : special.seconds(token);
            }
        }
        return frames / FRAMES_PER_SECOND;
    }
}
