package io.clipforge.media.sound;

import io.clipforge.media.captions.Word;
import java.util.List;

/**
 * How far music steps back for what is said. At {@code t} it is quieter by
 *
 * <pre>{@code
 * DEPTH · max over the words of clamp(1 − before / ATTACK) or clamp(1 − (behind − HOLD) / RELEASE)
 * }</pre>
 *
 * decibels, where {@code before} is the time until the word begins and {@code behind} the time
 * since it ended: all of it within words, and a way down and up beside them that nobody hears as a
 * step. The words' own times are followed instead of the sound's level, because noise and laughter
 * are no words, and because the music is then out of the way when a word begins, not after.
 */
public final class Ducking {
    public static final double DEPTH_DB = 14;

    static final double ATTACK_MS = 250;
    static final double HOLD_MS = 150;
    static final double RELEASE_MS = 500;

    /** Decibels that it is quieter, for each millisecond. */
    private final float[] depths;

    private Ducking(float[] depths) {
        this.depths = depths;
    }

    /**
     * @param words on the clip's clock
     */
    public static Ducking under(List<Word> words, long clipMs) {
        var shares = new float[Math.toIntExact(clipMs) + 1];
        for (var word : words) {
            int from = clamp(word.startMs() - ATTACK_MS, shares);
            int to = clamp(word.endMs() + HOLD_MS + RELEASE_MS, shares);
            for (int at = from; at < to; at++) {
                shares[at] = (float) Math.max(shares[at], share(word, at));
            }
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] *= (float) DEPTH_DB;
        }
        return new Ducking(shares);
    }

    /** Decibels that the music is quieter by at a time of the clip. */
    double depth(double ms) {
        int before = (int) Math.clamp((long) ms, 0, depths.length - 1L);
        int behind = Math.min(before + 1, depths.length - 1);
        double part = Math.clamp(ms - before, 0, 1);
        return depths[before] + part * (depths[behind] - depths[before]);
    }

    private static double share(Word word, int at) {
        double before = 1 - (word.startMs() - at) / ATTACK_MS;
        double behind = 1 - (at - word.endMs() - HOLD_MS) / RELEASE_MS;
        return Math.clamp(Math.min(before, behind), 0, 1);
    }

    private static int clamp(double ms, float[] within) {
        return (int) Math.clamp(ms, 0.0, (double) within.length);
    }
}
