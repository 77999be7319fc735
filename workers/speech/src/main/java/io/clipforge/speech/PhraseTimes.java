package io.clipforge.speech;

import io.clipforge.speech.words.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * When a phrase was said, where its own times and those of its words differ. The first words behind
 * a pause and the last one are made as long as words usually are; else the words are believed.
 *
 * @param start seconds from the start of the sound
 * @param end seconds from the start of the sound
 * @param words with times from the start of the sound, in steps of 10 ms
 */
record PhraseTimes(double start, double end, List<Word> words) {
    /** By so much the words must be longer than the phrase. */
    private static final double CLEARLY = 0.5;

    PhraseTimes {
        words = List.copyOf(words);
    }

    /**
     * Of phrases whose words are not known.
     *
     * @param offset of the window, seconds from the start of the sound
     */
    static List<PhraseTimes> of(List<Phrases.Phrase> phrases, double offset) {
        return phrases.stream()
                .map(it -> new PhraseTimes(offset + it.start(), offset + it.end(), List.of()))
                .toList();
    }

    /**
     * @param usual length of a word, seconds
     * @param spokenUntil the end of what was said before
     */
    PhraseTimes fitted(double usual, double spokenUntil) {
        if (words.isEmpty()) {
            return this;
        }
        return behindAPause(usual, spokenUntil).startFitted(usual).endFitted(usual);
    }

    private PhraseTimes behindAPause(double usual, double spokenUntil) {
        double longest = 2 * usual;
        var first = words.getFirst();
        boolean two = words.size() > 1;
        boolean tooLong =
                first.length() > longest
                        || (two && words.get(1).end() - first.start() > 2 * longest);
        if (first.end() - spokenUntil <= 4 * usual || !tooLong) {
            return this;
        }
        var shorter = new ArrayList<>(words);
        if (two && words.get(1).length() > longest) {
            var second = words.get(1);
            double boundary = Math.max(second.end() / 2, second.end() - longest);
            first = first.until(boundary);
            shorter.set(1, second.from(boundary));
        }
        shorter.set(0, first.from(Math.max(0, first.end() - longest)));
        return new PhraseTimes(start, end, shorter);
    }

    private PhraseTimes startFitted(double usual) {
        var first = words.getFirst();
        if (start >= first.end() || start - CLEARLY <= first.start()) {
            return new PhraseTimes(first.start(), end, words);
        }
        var later = new ArrayList<>(words);
        later.set(0, first.from(Math.max(0, Math.min(first.end() - usual, start))));
        return new PhraseTimes(start, end, later);
    }

    private PhraseTimes endFitted(double usual) {
        var last = words.getLast();
        if (end <= last.start() || end + CLEARLY >= last.end()) {
            return new PhraseTimes(start, last.end(), words);
        }
        var earlier = new ArrayList<>(words);
        earlier.set(earlier.size() - 1, last.until(Math.max(last.start() + usual, end)));
        return new PhraseTimes(start, end, earlier);
    }
}
