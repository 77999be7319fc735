package io.clipforge.speech.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Where somebody speaks.
 *
 * @param spans in order; they do not overlap, though one may begin where another ends; none is
 *     longer than {@link #LONGEST}
 */
public record SpeechSpans(List<Span> spans) {
    /** Seconds: what a window of Whisper holds. */
    public static final double LONGEST = 30;

    public SpeechSpans {
        spans = List.copyOf(spans);
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).start() < spans.get(i - 1).end()) {
                throw new IllegalArgumentException(spans.get(i) + " begins too early");
            }
        }
    }

    /** Seconds of speech in all. */
    public double seconds() {
        return spans.stream().mapToDouble(Span::length).sum();
    }

    /**
     * Seconds of speech in a stretch.
     *
     * @param start seconds from the start of the sound
     * @param end seconds from the start of the sound
     */
    public double within(double start, double end) {
        double sum = 0;
        for (int i = firstEndingAfter(start); i < spans.size(); i++) {
            var span = spans.get(i);
            if (span.start() >= end) {
                break;
            }
            sum += span.overlap(start, end);
        }
        return sum;
    }

    /**
     * Whether nobody speaks in a stretch, not even for a moment.
     *
     * @param start seconds from the start of the sound
     * @param end seconds from the start of the sound
     */
    public boolean silent(double start, double end) {
        return within(start, end) == 0;
    }

    /**
     * When somebody speaks, from a time on: that time itself within a span; absent when nobody does
     * any more.
     *
     * @param time seconds from the start of the sound
     */
    public OptionalDouble next(double time) {
        int next = firstEndingAfter(time);
        return next == spans.size()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(time, spans.get(next).start()));
    }

    /** Groups for windows of Whisper: see {@link #merged(double)}. */
    public List<Span> merged() {
        return merged(LONGEST);
    }

    /**
     * Neighbours together with the silence between them, as many as are not too long. A group
     * begins and ends with speech; what lies between groups is silence.
     *
     * @param longest seconds; a single span may be longer
     */
    public List<Span> merged(double longest) {
        var groups = new ArrayList<Span>();
        for (var span : spans) {
            if (!groups.isEmpty() && span.end() - groups.getLast().start() <= longest) {
                groups.add(new Span(groups.removeLast().start(), span.end()));
            } else {
                groups.add(span);
            }
        }
        return List.copyOf(groups);
    }

    private int firstEndingAfter(double time) {
        int from = 0;
        int to = spans.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (spans.get(middle).end() > time) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}
