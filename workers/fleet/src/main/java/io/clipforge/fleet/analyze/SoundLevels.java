package io.clipforge.fleet.analyze;

import io.clipforge.media.WavFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How loud a sound is over time: root mean square of each hop, dB full scale, −120 to 0. */
final class SoundLevels {
    static final long HOP_MS = 100;

    private static final double SILENCE_DB = -120;
    private static final int HOPS_A_BLOCK = 600;

    private SoundLevels() {}

    static List<Double> of(WavFile wav) throws IOException {
        int hop = (int) (wav.sampleRate() * HOP_MS / 1000);
        var levels = new ArrayList<Double>();
        for (long at = 0; at < wav.samples(); at += (long) HOPS_A_BLOCK * hop) {
            var block = wav.read(at, HOPS_A_BLOCK * hop);
            for (int from = 0; from < block.length; from += hop) {
                levels.add(level(block, from, Math.min(block.length, from + hop)));
            }
        }
        return levels;
    }

    private static double level(short[] samples, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            double sample = samples[i] / 32768.0;
            squares += sample * sample;
        }
        double decibels = 10 * Math.log10(squares / (to - from));
        return Math.round(Math.max(SILENCE_DB, decibels) * 10) / 10.0;
    }
}
