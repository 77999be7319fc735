package io.clipforge.speech;

import io.clipforge.speech.decoding.Decoded;
import io.clipforge.speech.words.Word;
import java.util.List;

/**
 * A phrase.
 *
 * @param start seconds from the start of the sound
 * @param end seconds from the start of the sound
 * @param tokens with their timestamps
 * @param text without times
 * @param words with times from the start of the sound; empty unless asked for
 * @param decoded the window that it is from, and how sure that is
 */
public record Segment(
        double start,
        double end,
        List<Integer> tokens,
        String text,
        List<Word> words,
        Decoded decoded) {
    public Segment {
        tokens = List.copyOf(tokens);
        words = List.copyOf(words);
    }
}
