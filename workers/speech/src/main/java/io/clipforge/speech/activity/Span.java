package io.clipforge.speech.activity;

/**
 * A stretch of sound.
 *
 * @param start seconds from the start of the sound, inclusive
 * @param end seconds from the start of the sound, exclusive; behind the start
 */
public record Span(double start, double end) {
    public Span {
        if (!(start >= 0 && start < end)) {
            throw new IllegalArgumentException("from " + start + " s to " + end + " s");
        }
    }

    /** Seconds. */
    public double length() {
        return end - start;
    }

    /** Seconds that both have. */
    public double overlap(double from, double to) {
        return Math.max(0, Math.min(end, to) - Math.max(start, from));
    }
}
