package io.clipforge.speech;

import io.clipforge.speech.decoding.Decoded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Notices a text that goes round in circles over several windows. Within one window the ladder of
 * temperatures does; but a model that is told what it wrote before may write just that again,
 * window after window, each of them unsuspicious.
 *
 * <p>The first rule is openai-whisper's measure of one window, put to a few of them: where they
 * compress too well together, it was what was said before that led astray (its option {@code
 * condition_on_previous_text} is there for that; faster-whisper forgets what was said at {@code
 * prompt_reset_on_temperature}, and WhisperX tells nothing of it at all). So the window is written
 * once more without.
 *
 * <p>The second is for what is still made up, such as thanks for watching in half an hour of music:
 * a phrase, or up to three in turn, is believed three times in a row. Then it is left out, and the
 * next window is told nothing.
 */
final class Loops {
    /** With the one that is judged. */
    private static final int WINDOWS = 3;

    /** As for one window. */
    private static final double MOST_COMPRESSION = 2.4;

    private static final int TIMES = 3;
    private static final int LONGEST_CIRCLE = 3;

    private final Deque<String> windows = new ArrayDeque<>();
    private final Deque<String> phrases = new ArrayDeque<>();

    /** Whether a text goes on in the circle of the windows before it. */
    boolean goesOnIn(String text) {
        if (windows.isEmpty()) {
            return false;
        }
        var all = new ArrayList<>(windows);
        all.add(text);
        return Decoded.compressionRatio(String.join(" ", all)) > MOST_COMPRESSION;
    }

    /**
     * What is believed of a window.
     *
     * @param segments behind those that were judged before
     */
    List<Segment> believed(List<Segment> segments) {
        var believed = new ArrayList<Segment>();
        for (var segment : segments) {
            var phrase = plain(segment.text());
            if (!isOnceTooOften(phrase)) {
                believed.add(segment);
            }
            remember(phrases, phrase, TIMES * LONGEST_CIRCLE);
        }
        var text = String.join(" ", segments.stream().map(Segment::text).toList());
        remember(windows, text, WINDOWS - 1);
        return believed;
    }

    private boolean isOnceTooOften(String phrase) {
        var before = List.copyOf(phrases);
        for (int circle = 1; circle <= LONGEST_CIRCLE; circle++) {
            int length = TIMES * circle;
            if (before.size() >= length
                    && isCircle(before.subList(before.size() - length, before.size()), circle)
                    && before.get(before.size() - circle).equals(phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCircle(List<String> phrases, int circle) {
        for (int i = circle; i < phrases.size(); i++) {
            if (!phrases.get(i).equals(phrases.get(i - circle))) {
                return false;
            }
        }
        return true;
    }

    private static void remember(Deque<String> all, String one, int most) {
        all.addLast(one);
        if (all.size() > most) {
            all.removeFirst();
        }
    }

    /** Marks and capitals are no difference. */
    private static String plain(String text) {
        var words = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
        return words.isEmpty() ? text : words;
    }
}
