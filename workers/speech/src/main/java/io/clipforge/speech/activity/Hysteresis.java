package io.clipforge.speech.activity;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes spans of probabilities. Speech begins where the probability reaches {@value #ON} and ends
 * where it stays below {@value #OFF}, without coming back to {@value #ON}, for 100 ms; what is not
 * longer than 250 ms is dropped, and 30 ms are added at both ends, or half of the silence between
 * two. These are the thresholds and times that the Silero package has when it is told nothing.
 *
 * <p>What would be too long for a window is cut where speech is least probable in the second half
 * of the longest span, as WhisperX does.
 */
final class Hysteresis {
    static final double ON = 0.5;
    static final double OFF = 0.35;

    private static final double SHORTEST_SPEECH = 0.25;
    private static final double SHORTEST_SILENCE = 0.1;
    private static final double PAD = 0.03;

    private final double step;
    private final int most;
    private final List<Span> found = new ArrayList<>();

    /** Of the span that is open. */
    private final List<Double> probabilities = new ArrayList<>();

    private int now;
    private int start = -1;
    private int quietSince = -1;

    /**
     * @param step seconds that each probability is about
     */
    Hysteresis(double step) {
        this.step = step;
        most = (int) ((SpeechSpans.LONGEST - 4 * PAD) / step);
    }

    void accept(double probability) {
        if (probability >= ON) {
            quietSince = -1;
            if (start < 0) {
                start = now;
            }
        }
        if (start >= 0) {
            probabilities.add(probability);
            if (probability < OFF && quietSince < 0) {
                quietSince = now;
            }
            if (quietSince >= 0 && (now - quietSince) * step >= SHORTEST_SILENCE) {
                close(quietSince * step);
            } else if (probabilities.size() > most) {
                cut();
            }
        }
        now++;
    }

    /**
     * @param length of all sound, seconds
     */
    SpeechSpans finish(double length) {
        if (start >= 0) {
            close(length);
        }
        return new SpeechSpans(padded(length));
    }

    private void close(double end) {
        if (end - start * step > SHORTEST_SPEECH) {
            found.add(new Span(start * step, end));
        }
        start = -1;
        quietSince = -1;
        probabilities.clear();
    }

    private void cut() {
        int at = most / 2;
        for (int i = at; i < most; i++) {
            if (probabilities.get(i) < probabilities.get(at)) {
                at = i;
            }
        }
        found.add(new Span(start * step, (start + at) * step));
        start += at;
        probabilities.subList(0, at).clear();
    }

    private List<Span> padded(double length) {
        var padded = new ArrayList<Span>();
        for (int i = 0; i < found.size(); i++) {
            var span = found.get(i);
            double before = i == 0 ? PAD : pad(found.get(i - 1), span);
            double after = i + 1 == found.size() ? PAD : pad(span, found.get(i + 1));
            padded.add(
                    new Span(
                            Math.max(0, span.start() - before),
                            Math.min(length, span.end() + after)));
        }
        return padded;
    }

    private static double pad(Span one, Span next) {
        return Math.min(PAD, (next.start() - one.end()) / 2);
    }
}
