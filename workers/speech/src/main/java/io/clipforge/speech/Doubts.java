package io.clipforge.speech;

import io.clipforge.speech.words.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what was most likely made up where nobody spoke: a phrase of unlikely, far too short
 * or far too long words, with silence or more of the kind before and behind it. The sound is then
 * listened to again from there. The measures are those of openai-whisper.
 *
 * @param silence as many seconds without a word make a phrase doubtful
 */
record Doubts(double silence) {
    private static final String PUNCTUATION = "\"'“¿([{-\"'.。,，!！?？:：”)]}、";
    private static final double UNLIKELY = 0.15;
    private static final double SHORTEST = 0.133;
    private static final double LONGEST = 2;
    private static final double SHORTNESS_WEIGHT = 15;
    private static final int WORDS = 8;
    private static final double STRANGE = 3;
    private static final double EDGE = 2;

    Doubts {
        if (!(silence >= 0)) {
            throw new IllegalArgumentException("silence has a length");
        }
    }

    /**
     * @param spokenUntil the end of what was said before the window, seconds
     * @param window how many frames a window has, also where the sound ends earlier
     * @param all frames of the sound
     */
    Judged judge(Heard heard, double spokenUntil, int window, int all) {
        double windowEnd = Seconds.of(heard.seek() + window);
        var behind = behindTheWords(heard, windowEnd);
        var first = withWords(heard.segments(), 0);
        if (first != null && isStrange(first)) {
            double gap = first.start() - heard.start();
            if (gap > silence) {
                return new Judged(behind.first(0).then(heard.seek() + Seconds.frames(gap)), true);
            }
        }
        return new Judged(withoutMadeUp(behind, spokenUntil, windowEnd, all), false);
    }

    /**
     * @param untold whether nothing is to be learned from the window, not even that it was silent
     */
    record Judged(Heard heard, boolean untold) {}

    /** Where much of the window follows the last word, what follows is listened to again. */
    private Heard behindTheWords(Heard heard, double windowEnd) {
        var end = heard.end();
        if (heard.whole() || end.isEmpty() || end.getAsDouble() <= heard.start()) {
            return heard;
        }
        return windowEnd - end.getAsDouble() > silence
                ? heard.then(Seconds.frames(end.getAsDouble()))
                : heard.then(heard.seek() + heard.frames());
    }

    private Heard withoutMadeUp(Heard heard, double spokenUntil, double windowEnd, int all) {
        double before = spokenUntil;
        for (int i = 0; i < heard.segments().size(); i++) {
            var segment = heard.segments().get(i);
            if (segment.words().isEmpty()) {
                continue;
            }
            var next = withWords(heard.segments(), i + 1);
            if (isStrange(segment)
                    && isSilentBefore(segment, before, heard.start())
                    && isSilentBehind(segment, next, heard, windowEnd)) {
                boolean last = Seconds.of(all) - segment.end() < silence;
                double again = Math.max(heard.start() + 1, segment.start());
                return heard.first(i).then(last ? all : Seconds.frames(again));
            }
            before = segment.end();
        }
        return heard;
    }

    private boolean isSilentBefore(Segment segment, double before, double windowStart) {
        return segment.start() - before > silence
                || segment.start() < silence
                || segment.start() - windowStart < EDGE;
    }

    private boolean isSilentBehind(
            Segment segment, @Nullable Segment next, Heard heard, double windowEnd) {
        double nextStart =
                next == null
                        ? Seconds.of(heard.seek() + heard.frames())
                        : next.words().getFirst().start();
        return nextStart - segment.end() > silence
                || (next != null && isStrange(next))
                || windowEnd - segment.end() < EDGE;
    }

    private static @Nullable Segment withWords(List<Segment> segments, int from) {
        return segments.stream()
                .skip(from)
                .filter(it -> !it.words().isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** By its first words. */
    static boolean isStrange(Segment segment) {
        var words =
                segment.words().stream()
                        .filter(it -> !PUNCTUATION.contains(it.text()))
                        .limit(WORDS)
                        .toList();
        double score = words.stream().mapToDouble(Doubts::strangeness).sum();
        return score >= STRANGE || score + 0.01 >= words.size();
    }

    private static double strangeness(Word word) {
        return (word.probability() < UNLIKELY ? 1 : 0)
                + Math.max(0, SHORTEST - word.length()) * SHORTNESS_WEIGHT
                + Math.max(0, word.length() - LONGEST);
    }
}
