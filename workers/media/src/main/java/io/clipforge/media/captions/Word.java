package io.clipforge.media.captions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One spoken word, or a piece of one that is too long for a line.
 *
 * @param startMs inclusive, milliseconds on the clock of whatever holds the word
 * @param endMs exclusive
 * @param speaker label of the speaker; absent when unknown
 * @param glued whether it stands right behind the word before, without a space
 * @param keyword whether it is to stand out
 */
public record Word(
        String text,
        long startMs,
        long endMs,
        @Nullable String speaker,
        boolean glued,
        boolean keyword) {
    public Word {
        if (text.isBlank() || startMs > endMs) {
            throw new IllegalArgumentException("no word: '" + text + "' " + startMs + "–" + endMs);
        }
    }

    /** A word after a space, like any other. */
    public Word(String text, long startMs, long endMs, @Nullable String speaker) {
        this(text, startMs, endMs, speaker, false, false);
    }

    /** As they are written in one line. */
    public static String text(List<Word> words) {
        var text = new StringBuilder();
        for (var word : words) {
            text.append(text.isEmpty() || word.glued ? "" : " ").append(word.text);
        }
        return text.toString();
    }

    public Word asKeyword() {
        return new Word(text, startMs, endMs, speaker, glued, true);
    }

    Word withText(String other) {
        return new Word(other, startMs, endMs, speaker, glued, keyword);
    }

    /** A part of it that is spoken at another time. */
    Word piece(String part, long fromMs, long toMs, boolean behind) {
        return new Word(part, fromMs, toMs, speaker, behind, keyword);
    }

    long lengthMs() {
        return endMs - startMs;
    }

    /** The same, as much later. */
    public Word shifted(long byMs) {
        return new Word(text, startMs + byMs, endMs + byMs, speaker, glued, keyword);
    }

    /** As much of it as lies between. */
    public Word within(long fromMs, long toMs) {
        return new Word(
                text,
                Math.clamp(startMs, fromMs, toMs),
                Math.clamp(endMs, fromMs, toMs),
                speaker,
                glued,
                keyword);
    }
}
