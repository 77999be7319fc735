package io.clipforge.speech.activity;

import io.clipforge.speech.mel.FilterBank;
import java.util.Arrays;

/**
 * Follows the noise of each band: that power which a tenth of the three seconds around stays below,
 * for even in running speech each band falls silent between syllables (quantile-based noise
 * estimation: Stahl, Fischer and Bippus, 2000). It is at least what white noise of -55 dB full
 * scale gives, below which Kinnunen and Rajan (2013) hear no speech either, and at least 45 dB
 * below the loudest around, so that neither the hiss of a converter nor a breath is speech.
 */
final class NoiseFloor {
    /** Frames that are looked at before and behind. */
    static final int REACH = 150;

    private static final double QUANTILE = 0.1;
    private static final double LEAST_LEVEL = 1.8e-3;

    /** Natural logarithm of a power. */
    private static final double RANGE = 45 * Math.log(10) / 10;

    private static final int SMOOTHED = 2;

    private final int bands;
    private final double[] least;

    NoiseFloor(FilterBank bank) {
        bands = bank.bins();
        least = bank.whiteNoise(LEAST_LEVEL);
    }

    /**
     * The mean power of five frames around each, as a logarithm.
     *
     * @param logs frame after frame
     */
    float[] smoothed(float[] logs) {
        int frames = logs.length / bands;
        var smooth = new float[logs.length];
        for (int frame = 0; frame < frames; frame++) {
            int from = Math.max(0, frame - SMOOTHED);
            int to = Math.min(frames - 1, frame + SMOOTHED);
            for (int band = 0; band < bands; band++) {
                double sum = 0;
                for (int i = from; i <= to; i++) {
                    sum += Math.exp(logs[i * bands + band]);
                }
                smooth[frame * bands + band] = (float) Math.log(sum / (to - from + 1));
            }
        }
        return smooth;
    }

    /**
     * @param logs smoothed, frame after frame
     * @param noise receives the logarithm of the noise in each band
     */
    void at(float[] logs, int frame, double[] noise) {
        int frames = logs.length / bands;
        int from = Math.max(0, frame - REACH);
        int to = Math.min(frames, frame + REACH);
        var around = new float[to - from];
        for (int band = 0; band < bands; band++) {
            for (int i = from; i < to; i++) {
                around[i - from] = logs[i * bands + band];
            }
            Arrays.sort(around);
            double quiet = around[(int) (QUANTILE * (around.length - 1))];
            double loudest = around[around.length - 1];
            noise[band] = Math.max(Math.max(quiet, least[band]), loudest - RANGE);
        }
    }
}
