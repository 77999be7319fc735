package io.clipforge.fleet.rank;

import java.util.BitSet;

/** What the picture tells. */
final class SeenFeatures {
    private static final double CUTS_IN_TEN_SECONDS = 2;
    private static final long TICK_MS = 100;

    private final RunningSum cuts;
    private final RunningSum secondsWithFace;

    SeenFeatures(Material material) {
        int ticks = Math.toIntExact(material.durationMs() / TICK_MS) + 1;
        var cutAt = new BitSet();
        material.analysis().shots().forEach(it -> cutAt.set((int) (it.startMs() / TICK_MS)));
        var faceAt = new BitSet();
        material.analysis().faces().stream()
                .flatMap(it -> it.boxes().stream())
                .forEach(it -> faceAt.set((int) (it.timeMs() / 1_000)));
        cuts = new RunningSum(ticks, i -> cutAt.get(i) ? 1 : 0);
        secondsWithFace = new RunningSum(ticks / 10 + 1, i -> faceAt.get(i) ? 1 : 0);
    }

    /** Full at {@value #CUTS_IN_TEN_SECONDS} cuts in ten seconds. */
    double shotRhythm(Window window) {
        double inside = cuts.between(window.startMs() / TICK_MS + 1, window.endMs() / TICK_MS);
        return Math.min(1, inside * 10_000 / Math.max(1, window.lengthMs()) / CUTS_IN_TEN_SECONDS);
    }

    /** Share of its seconds in which a face is seen. */
    double faces(Window window) {
        long from = window.startMs() / 1_000;
        long to = (window.endMs() + 999) / 1_000;
        return secondsWithFace.between(from, to) / Math.max(1, to - from);
    }
}
