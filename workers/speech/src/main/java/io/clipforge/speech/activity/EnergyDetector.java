package io.clipforge.speech.activity;

import io.clipforge.speech.mel.FilterBank;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Samples;
import java.util.concurrent.CancellationException;

/**
 * Hears speech by what stands out of the noise, without a model. It does not tell speech from music
 * or a barking dog.
 *
 * <p>Of each of 20 bands the noise is estimated (see {@link NoiseFloor}), and the frame is weighed
 * as in "A statistical model-based voice activity detection" (Sohn, Kim and Sung, 1999): the mean
 * over the bands of γ − ln γ − 1, where γ is the power over that of the noise, is the logarithm of
 * how much likelier speech is than noise. What goes before counts by their hidden Markov model:
 * silence is followed by speech with a probability of 0.2, speech by silence with 0.1.
 */
public final class EnergyDetector implements ActivityDetector {
    private static final int BANDS = 20;
    private static final double LOWEST_HZ = 100;
    private static final double HIGHEST_HZ = 6000;

    /** Half a minute. */
    private static final int PIECE = 3000;

    private static final double BEGINS = 0.2;
    private static final double ENDS = 0.1;

    /** Noise is above its own estimate now and then; so much is no evidence. */
    private static final double CHANCE = 0.8;

    /** No band says more than this, so that a few cannot outvote the others. */
    private static final double MOST_EVIDENCE = 6;

    private static final double MOST_ODDS = 1e4;

    /** Noise changes slowly: it is estimated every 100 ms. */
    private static final int STRIDE = 10;

    private final FilterBank bank = new FilterBank(BANDS, LOWEST_HZ, HIGHEST_HZ);
    private final NoiseFloor floor = new NoiseFloor(bank);

    @Override
    public String name() {
        return "energy";
    }

    @Override
    public SpeechSpans detect(Samples sound) {
        var hysteresis = new Hysteresis(1.0 / FilterBank.RATE);
        int frames = FilterBank.frames(sound.length());
        double odds = 0;
        for (int from = 0; from < frames; from += PIECE) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("nobody waits for speech any more");
            }
            int count = Math.min(PIECE, frames - from);
            for (double evidence : evidence(sound, from, count, frames)) {
                double likely = (BEGINS + (1 - ENDS) * odds) / (1 - BEGINS + ENDS * odds);
                odds = Math.min(MOST_ODDS, likely * Math.exp(evidence - CHANCE));
                hysteresis.accept(odds / (1 + odds));
            }
        }
        return hysteresis.finish((double) sound.length() / LogMel.RATE);
    }

    /** Of each frame, from what is around it as well. */
    private double[] evidence(Samples sound, int from, int count, int frames) {
        int first = Math.max(0, from - NoiseFloor.REACH);
        int end = Math.min(frames, from + count + NoiseFloor.REACH);
        var logs = floor.smoothed(bank.logs(sound, first, end - first));
        var evidence = new double[count];
        var noise = new double[BANDS];
        for (int i = 0; i < count; i++) {
            int frame = from - first + i;
            if (i % STRIDE == 0) {
                floor.at(logs, frame, noise);
            }
            for (int band = 0; band < BANDS; band++) {
                double above = logs[frame * BANDS + band] - noise[band];
                if (above > 0) {
                    evidence[i] += Math.min(MOST_EVIDENCE, Math.expm1(above) - above) / BANDS;
                }
            }
        }
        return evidence;
    }
}
