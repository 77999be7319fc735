package io.clipforge.fleet.wording;

import io.clipforge.jobs.Transcript.Word;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A number that takes the place of the words that say it.
 *
 * @param length how many words say it
 * @param text in digits
 */
record Numeral(int length, String text) {
    /** From the first word's start to the last one's end, as sure as the least sure. */
    Word of(List<Word> words) {
        var first = words.getFirst();
        var sure = leastSure(words);
        return new Word(
                text,
                first.startMs(),
                words.getLast().endMs(),
                first.speaker(),
                sure.isPresent() ? sure.getAsDouble() : null);
    }

    static Word withText(Word word, String text) {
        return new Word(text, word.startMs(), word.endMs(), word.speaker(), word.confidence());
    }

    private static OptionalDouble leastSure(List<Word> words) {
        return words.stream()
                .map(Word::confidence)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min();
    }
}
