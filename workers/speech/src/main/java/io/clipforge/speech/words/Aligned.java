package io.clipforge.speech.words;

import java.util.ArrayList;
import java.util.List;

/**
 * Words of a window and how long such a word usually is: what the way through the sound gives to a
 * word beyond twice that is most likely a pause.
 *
 * @param words with their punctuation
 * @param usual seconds, at most 0.7; 0 when no word takes any time
 */
public record Aligned(List<Word> words, double usual) {
    private static final double LONGEST_USUAL = 0.7;
    private static final String ENDS_OF_SENTENCES = ".。!！?？";

    public Aligned {
        words = List.copyOf(words);
    }

    /**
     * @param words whose punctuation stands alone
     */
    static Aligned of(List<Word> words) {
        double usual = Math.min(LONGEST_USUAL, median(words));
        return new Aligned(Punctuation.merge(withoutPauses(words, 2 * usual)), usual);
    }

    /** More than this is no word. */
    public double longest() {
        return 2 * usual;
    }

    /** A pause after a sentence is neither of its mark nor of the first word of the next. */
    private static List<Word> withoutPauses(List<Word> words, double longest) {
        var without = new ArrayList<>(words);
        for (int i = 1; longest > 0 && i < words.size(); i++) {
            var word = words.get(i);
            if (word.length() > longest) {
                if (ENDS_OF_SENTENCES.contains(word.text())) {
                    without.set(i, word.until(word.start() + longest));
                } else if (ENDS_OF_SENTENCES.contains(words.get(i - 1).text())) {
                    without.set(i, word.from(word.end() - longest));
                }
            }
        }
        return without;
    }

    private static double median(List<Word> words) {
        var lengths = words.stream().mapToDouble(Word::length).filter(it -> it != 0).sorted();
        var sorted = lengths.toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
