package io.clipforge.fleet.rank;

import io.clipforge.jobs.Analysis;
import java.util.List;

/** What the sound tells. */
final class HeardFeatures {
    private static final double SILENCE_DB = -50;
    private static final long END_MS = 400;

    private final List<Double> loudness;
    private final long hopMs;
    private final double mean;

    HeardFeatures(Material material) {
        Analysis analysis = material.analysis();
        loudness = analysis.loudness();
        hopMs = analysis.loudnessHopMs();
        mean = mean(loudness);
    }

    /** 0.5 at the asset's mean, 1 at 6 dB above it. */
    double energy(Window window) {
        var inside = inside(window.startMs(), window.endMs());
        return inside.isEmpty() ? 0 : Math.clamp(0.5 + (mean(inside) - mean) / 12, 0.0, 1.0);
    }

    /** Full at a standard deviation of 10 dB among what is not silent. */
    double dynamics(Window window) {
        var loud = audible(inside(window.startMs(), window.endMs()));
        if (loud.size() < 2) {
            return 0;
        }
        double middle = loud.stream().mapToDouble(it -> it).average().orElseThrow();
        double variance =
                loud.stream().mapToDouble(it -> Math.pow(it - middle, 2)).average().orElseThrow();
        return Math.min(1, Math.sqrt(variance) / 10);
    }

    /** Share of the first and the last {@value #END_MS} ms that is silent. */
    double silenceAtEnds(Window window) {
        var start = inside(window.startMs(), window.startMs() + END_MS);
        var end = inside(window.endMs() - END_MS, window.endMs());
        int all = start.size() + end.size();
        int audible = audible(start).size() + audible(end).size();
        return all == 0 ? 0 : 1 - (double) audible / all;
    }

    private List<Double> inside(long fromMs, long toMs) {
        int from = Math.clamp(fromMs / hopMs, 0, loudness.size());
        int to = Math.clamp(toMs / hopMs, from, loudness.size());
        return loudness.subList(from, to);
    }

    private static List<Double> audible(List<Double> values) {
        return values.stream().filter(it -> it > SILENCE_DB).toList();
    }

    private static double mean(List<Double> values) {
        return audible(values).stream().mapToDouble(it -> it).average().orElse(SILENCE_DB);
    }
}
