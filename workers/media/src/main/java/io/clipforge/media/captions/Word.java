package io.clipforge.media.captions;

import org.jspecify.annotations.Nullable;

/**
 * One spoken word.
 *
 * @param startMs inclusive, milliseconds on the clock of whatever holds the word
 * @param endMs exclusive
 * @param speaker label of the speaker; absent when unknown
 */
public record Word(String text, long startMs, long endMs, @Nullable String speaker) {
    public Word {
        if (text.isBlank() || startMs > endMs) {
            throw new IllegalArgumentException("no word: '" + text + "' " + startMs + "–" + endMs);
        }
    }

    long lengthMs() {
        return endMs - startMs;
    }

    Word shifted(long byMs) {
        return new Word(text, startMs + byMs, endMs + byMs, speaker);
    }

    Word within(long fromMs, long toMs) {
        return new Word(
                text, Math.clamp(startMs, fromMs, toMs), Math.clamp(endMs, fromMs, toMs), speaker);
    }
}
