package io.clipforge.media;

import java.io.IOException;

/**
 * How strong a sound is, step by step: decibels full scale, −120 to 0. A constant offset, which
 * nobody hears, does not count.
 */
public final class Levels {
    /** Stands for no signal at all. */
    public static final double SILENCE_DB = -120;

    private static final double FULL_SCALE = 32768.0 * 32768.0;
    private static final int STEPS_A_BLOCK = 600;

    private Levels() {}

    /**
     * One value per step from a sample on, the last one of what is left; none behind the end of the
     * sound.
     *
     * @param count samples to look at, at most
     * @param step samples
     */
    public static double[] of(WavFile sound, long first, long count, int step) throws IOException {
        long present = Math.clamp(sound.samples() - first, 0, count);
        var levels = new double[Math.toIntExact((present + step - 1) / step)];
        for (int i = 0; i < levels.length; i += STEPS_A_BLOCK) {
            long from = (long) i * step;
            long most = (long) STEPS_A_BLOCK * step;
            var block = sound.read(first + from, (int) Math.min(present - from, most));
            for (int k = 0; k * step < block.length; k++) {
                levels[i + k] = level(block, k * step, Math.min(block.length, (k + 1) * step));
            }
        }
        return levels;
    }

    private static double level(short[] samples, int from, int to) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            sum += samples[i];
            squares += (double) samples[i] * samples[i];
        }
        int count = to - from;
        double variance = squares / count - (sum / count) * (sum / count);
        return Math.max(SILENCE_DB, 10 * Math.log10(Math.max(0, variance) / FULL_SCALE));
    }
}
