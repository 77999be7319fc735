package io.clipforge.speech.speakers;

/**
 * One speaker speaks without a pause that matters; others may speak at the same time.
 *
 * @param speaker label, such as {@code speaker_1}
 * @param start seconds from the start of the sound, inclusive
 * @param end seconds from the start of the sound, exclusive; behind the start
 */
public record Turn(String speaker, double start, double end) {
    public Turn {
        if (!(start >= 0 && start < end)) {
            throw new IllegalArgumentException("from " + start + " s to " + end + " s");
        }
    }

    /** Seconds. */
    public double length() {
        return end - start;
    }

    /** Seconds that lie in a stretch. */
    public double overlap(double from, double to) {
        return Math.max(0, Math.min(end, to) - Math.max(start, from));
    }
}
