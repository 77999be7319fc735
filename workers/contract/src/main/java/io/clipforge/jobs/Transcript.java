package io.clipforge.jobs;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words with times on the source's clock.
 *
 * @param language BCP 47 tag; {@code und} when nothing is known
 * @param engine what made it, such as {@code pocketsphinx} or {@code supplied}
 * @param words in order of start; they do not overlap
 * @param sentences in order; together they cover every word exactly once
 */
public record Transcript(
        String language, String engine, List<Word> words, List<Sentence> sentences) {

    public Transcript {
        words = List.copyOf(words);
        sentences = List.copyOf(sentences);
    }

    /** Cuts the words into sentences. */
    public static Transcript of(String language, String engine, List<Word> words) {
        return new Transcript(language, engine, words, Sentences.of(words));
    }

    /**
     * @param startMs inclusive
     * @param endMs exclusive
     * @param speaker label of the speaker; absent when unknown
     * @param confidence 0 to 1; absent when the engine gives none
     */
    public record Word(
            String text,
            long startMs,
            long endMs,
            @Nullable String speaker,
            @Nullable Double confidence) {}

    /**
     * A run of words.
     *
     * @param from index of the first word
     * @param to index after the last word
     */
    public record Sentence(int from, int to) {}

    public long startMs(Sentence sentence) {
        return words.get(sentence.from()).startMs();
    }

    public long endMs(Sentence sentence) {
        return words.get(sentence.to() - 1).endMs();
    }

    public String text(Sentence sentence) {
        return words.subList(sentence.from(), sentence.to()).stream()
                .map(Word::text)
                .collect(Collectors.joining(" "));
    }
}
