package io.clipforge.media.captions;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Judges the place between two words: where a reader pauses anyway, and what should not be torn
 * apart. The word lists are English; other languages are judged by punctuation and pauses alone.
 */
final class Phrases {
    static final double FREE = 0;
    private static final double COMMA = 0.2;
    private static final double BEFORE_PHRASE = 0.5;
    private static final double NEUTRAL = 1;
    private static final double TORN = 2.5;

    private static final long PAUSE_MS = 300;
    private static final long LONG_PAUSE_MS = 1000;
    private static final String CLOSING = "\"'”’»)]」』）】";

    private static final Set<String> LEAN_ON_NEXT =
            words(
                    """
                    a an the this these those my your his her its our their some any no every
                    i you he she it we they
                    am is are was were be been has have had do does did will would can could
                    should must not very too mr mrs dr\
                    """);
    private static final Set<String> BEGIN_PHRASE =
            words(
                    """
                    and but or nor so because since although while when where if unless that which
                    who whose whom to in on at by for from with about into of than as after before
                    until through over under\
                    """);

    private Phrases() {}

    /** 0 where a break costs nothing, about 1 in the middle of a phrase, more where it hurts. */
    static double tear(Word before, Word after) {
        double words =
                endsSentence(before)
                        ? FREE
                        : endsClause(before) ? COMMA : tearWithin(before, after);
        double paused = (double) (after.startMs() - before.endMs()) / PAUSE_MS;
        return Math.max(0, words - Math.max(0, paused));
    }

    static boolean endsSentence(Word word) {
        return endsWithOneOf(word.text(), ".!?…。！？");
    }

    /** One caption never spans this place. */
    static boolean separates(Word before, Word after) {
        return after.startMs() - before.endMs() >= LONG_PAUSE_MS
                || !Objects.equals(before.speaker(), after.speaker());
    }

    private static boolean endsClause(Word word) {
        return endsWithOneOf(word.text(), ",;:—–、，；：");
    }

    private static double tearWithin(Word before, Word after) {
        return after.glued() ? tearGlued(after.text()) : tear(before.text(), after.text());
    }

    /** Japanese endings and particles lean on what they follow; so do the parts of a word. */
    private static double tearGlued(String after) {
        var script = Character.UnicodeScript.of(after.codePointAt(0));
        return switch (script) {
            case HIRAGANA, LATIN, CYRILLIC, GREEK, ARABIC, HEBREW, HANGUL -> TORN;
            default -> NEUTRAL;
        };
    }

    private static double tear(String before, String after) {
        if (LEAN_ON_NEXT.contains(bare(before)) || BEGIN_PHRASE.contains(bare(before))) {
            return TORN;
        }
        return BEGIN_PHRASE.contains(bare(after)) ? BEFORE_PHRASE : NEUTRAL;
    }

    private static boolean endsWithOneOf(String text, String marks) {
        int end = text.length();
        while (end > 0 && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && marks.indexOf(text.charAt(end - 1)) >= 0;
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("^\\P{L}+|\\P{L}+$", "");
    }

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }
}
