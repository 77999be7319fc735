package io.clipforge.fleet.rank;

import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.Analysis.FaceBox;
import java.util.Arrays;

/** What the picture tells. */
final class SeenFeatures {
    private static final double CUTS_IN_TEN_SECONDS = 2;

    private final Analysis analysis;
    private final long[] faceTimes;

    SeenFeatures(Analysis analysis) {
        this.analysis = analysis;
        this.faceTimes =
                analysis.faces().stream()
                        .flatMap(it -> it.boxes().stream())
                        .mapToLong(FaceBox::timeMs)
                        .sorted()
                        .distinct()
                        .toArray();
    }

    /** Full at {@value #CUTS_IN_TEN_SECONDS} cuts in ten seconds. */
    double shotRhythm(Window window) {
        long cuts =
                analysis.shots().stream()
                        .filter(it ->
                                it.startMs() > window.startMs() && it.startMs() < window.endMs())
                        .count();
        return Math.min(1, cuts * 10_000.0 / Math.max(1, window.lengthMs()) / CUTS_IN_TEN_SECONDS);
    }

    /** Share of its seconds in which a face is seen. */
    double faces(Window window) {
        long seconds = Math.max(1, window.lengthMs() / 1_000);
        long withFace =
                Arrays.stream(faceTimes)
                        .filter(it -> it >= window.startMs() && it < window.endMs())
                        .map(it -> it / 1_000)
                        .distinct()
                        .count();
        return Math.min(1, (double) withFace / seconds);
    }
}
