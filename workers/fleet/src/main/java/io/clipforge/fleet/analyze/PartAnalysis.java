package io.clipforge.fleet.analyze;

import io.clipforge.jobs.Analysis;
import java.util.List;

/**
 * What is written of a part: an {@link Analysis}, as which it can be read too, and what only the
 * join asks for.
 *
 * @param openWithCut whether the first shot begins with the part, because there is a cut; otherwise
 *     it goes on from the part before
 */
record PartAnalysis(
        List<Analysis.Shot> shots,
        List<Analysis.FaceTrack> faces,
        long loudnessHopMs,
        List<Double> loudness,
        boolean openWithCut) {

    PartAnalysis {
        shots = List.copyOf(shots);
        faces = List.copyOf(faces);
        loudness = List.copyOf(loudness);
    }

    static PartAnalysis of(Analysis analysis, boolean openWithCut) {
        return new PartAnalysis(
                analysis.shots(),
                analysis.faces(),
                analysis.loudnessHopMs(),
                analysis.loudness(),
                openWithCut);
    }
}
