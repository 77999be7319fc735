package io.clipforge.speech.words;

import java.util.List;

/**
 * A word and when it was said.
 *
 * @param text with the blank before it and the punctuation around it
 * @param start seconds from the start of the window
 * @param end seconds from the start of the window
 * @param probability of its tokens, on average
 */
public record Word(
        String text, List<Integer> tokens, double start, double end, double probability) {
    public Word {
        tokens = List.copyOf(tokens);
    }

    public double length() {
        return end - start;
    }

    public Word from(double second) {
        return new Word(text, tokens, second, end, probability);
    }

    public Word until(double second) {
        return new Word(text, tokens, start, second, probability);
    }
}
