package io.clipforge.fleet.rank;

import java.util.BitSet;
import java.util.function.DoubleUnaryOperator;

/** What the sound tells. */
final class HeardFeatures {
    private static final double SILENCE_DB = -50;
    private static final long END_MS = 400;
    private static final long BEHIND_MS = 3_000;
    private static final double FULL_REACTION_MS = 2_000;

    /** So far a sound may lie under the mean of the asset to be more than breath and room. */
    private static final double SOFTER_DB = 6;

    private final long hopMs;
    private final RunningSum audible;
    private final RunningSum wordless;
    private final RunningSum levels;
    private final RunningSum squares;

    HeardFeatures(Material material) {
        hopMs = material.analysis().loudnessHopMs();
        audible = sumOfAudible(material, _ -> 1);
        levels = sumOfAudible(material, level -> level);
        squares = sumOfAudible(material, level -> level * level);
        wordless = wordless(material);
    }

    /** 0.5 at the asset's mean, 1 at 6 dB above it. */
    double energy(Window window) {
        if (audible(window.startMs(), window.endMs()) == 0) {
            return 0;
        }
        double louder = mean(window.startMs(), window.endMs()) - meanOfAll();
        return Math.clamp(0.5 + louder / 12, 0.0, 1.0);
    }

    /** Full at a standard deviation of 10 dB among what is not silent. */
    double dynamics(Window window) {
        double count = audible(window.startMs(), window.endMs());
        if (count < 2) {
            return 0;
        }
        double mean = mean(window.startMs(), window.endMs());
        double variance =
                squares.between(hop(window.startMs()), hop(window.endMs())) / count - mean * mean;
        return Math.min(1, Math.sqrt(Math.max(0, variance)) / 10);
    }

    /**
     * Laughter and applause by their outside: sound without words, nearly as loud as the speech,
     * inside of it or in the {@value #BEHIND_MS} ms behind. Full at two seconds.
     */
    double reaction(Window window) {
        double hops = wordless.between(hop(window.startMs()), hop(window.endMs() + BEHIND_MS));
        return Math.min(1, hops * hopMs / FULL_REACTION_MS);
    }

    /** Share of the first and the last {@value #END_MS} ms that is silent. */
    double silenceAtEnds(Window window) {
        double heard =
                audible(window.startMs(), window.startMs() + END_MS)
                        + audible(window.endMs() - END_MS, window.endMs());
        return Math.clamp(1 - heard * hopMs / (2 * END_MS), 0.0, 1.0);
    }

    private double mean(long fromMs, long toMs) {
        double count = audible(fromMs, toMs);
        return count == 0 ? SILENCE_DB : levels.between(hop(fromMs), hop(toMs)) / count;
    }

    private double audible(long fromMs, long toMs) {
        return audible.between(hop(fromMs), hop(toMs));
    }

    private long hop(long timeMs) {
        return timeMs / hopMs;
    }

    /** Without words at all there is no telling what answers them. */
    private RunningSum wordless(Material material) {
        var loudness = material.analysis().loudness();
        if (!material.spoken()) {
            return new RunningSum(0, _ -> 0);
        }
        var said = new BitSet();
        for (var word : material.transcript().words()) {
            said.set((int) hop(word.startMs()), (int) hop(word.endMs()) + 1);
        }
        double least = Math.max(SILENCE_DB, meanOfAll() - SOFTER_DB);
        return new RunningSum(
                loudness.size(), i -> !said.get(i) && loudness.get(i) > least ? 1 : 0);
    }

    private double meanOfAll() {
        return mean(0, Long.MAX_VALUE);
    }

    private static RunningSum sumOfAudible(Material material, DoubleUnaryOperator value) {
        var loudness = material.analysis().loudness();
        return new RunningSum(
                loudness.size(),
                i -> loudness.get(i) > SILENCE_DB ? value.applyAsDouble(loudness.get(i)) : 0);
    }
}
