package io.clipforge.fleet.transcribe.pocketsphinx;

import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.regex.Pattern;

/**
 * What PocketSphinx writes with {@code -ctm}: {@code <utterance> 1 <start s> <length s> <word>
 * <confidence>} per line.
 */
final class Ctm {
    /** The last frame of a word is not in its length. */
    private static final long FRAME_MS = 10;

    private static final Pattern VARIANT = Pattern.compile("\\(\\d+\\)$");
    private static final Pattern FIRST_PERSON = Pattern.compile("i(?:'.+)?");

    private Ctm() {}

    /**
     * The words, without fillers.
     *
     * @param startMs of an utterance, which is named by a number
     */
    static List<Word> words(List<String> lines, IntToLongFunction startMs) {
        var words = new ArrayList<Word>();
        for (var line : lines) {
            var field = line.strip().split("\\s+", -1);
            if (field.length == 6 && !filler(field[4])) {
                long start = startMs.applyAsLong(Integer.parseInt(field[0])) + millis(field[2]);
                long end = start + millis(field[3]) + FRAME_MS;
                double confidence = Math.clamp(Double.parseDouble(field[5]), 0.0, 1.0);
                words.add(new Word(spelled(field[4]), start, end, null, confidence));
            }
        }
        return words;
    }

    /** {@code <sil>}, {@code [NOISE]}, {@code ++BREATH++}. */
    private static boolean filler(String word) {
        return word.startsWith("<") || word.startsWith("[") || word.startsWith("+");
    }

    /** Without the number of its pronunciation. */
    private static String spelled(String word) {
        var plain = VARIANT.matcher(word).replaceFirst("");
        return FIRST_PERSON.matcher(plain).matches() ? "I" + plain.substring(1) : plain;
    }

    private static long millis(String seconds) {
        return Math.round(Double.parseDouble(seconds) * 1000);
    }
}
