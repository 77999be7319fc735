package io.clipforge.fleet.analyze;

import io.clipforge.fleet.JobContext;
import io.clipforge.fleet.StoredSound;
import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.JobSpec.AnalyzedPart;
import io.clipforge.jobs.Part;
import io.clipforge.media.shots.ShotDetector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one analysis of those of an asset's parts, as if the whole had been analysed at once. A
 * part of which there is none is one shot of its own, without faces.
 */
final class AnalysisJoin {
    private final JobSpec.Analyze spec;
    private final JobContext context;
    private final List<Analysis.Shot> shots = new ArrayList<>();
    private final FaceStitch faces = new FaceStitch();
    private final List<Double> loudness = new ArrayList<>();
    private @Nullable StoredSound sound;

    /** Nobody knows what is seen at the end of the part before. */
    private boolean blind;

    AnalysisJoin(JobSpec.Analyze spec, JobContext context) {
        this.spec = spec;
        this.context = context;
    }

    Analysis join() throws IOException, InterruptedException {
        var stage = "joining the analyses";
        int done = 0;
        for (var it : spec.joined()) {
            context.progress(stage, (double) done++ / spec.joined().size());
            var analysis = read(it);
            see(it.part(), analysis);
            hear(it.part(), analysis);
        }
        // a length in whole milliseconds may leave a last hop to no part
        loudness.addAll(SoundLevels.from(sound(), spec.joined().getLast().part().endMs()));
        context.progress(stage, 1);
        return new Analysis(shots, faces.tracks(), SoundLevels.HOP_MS, loudness);
    }

    private @Nullable PartAnalysis read(AnalyzedPart part)
            throws IOException, InterruptedException {
        return part.analysisKey() == null
                ? null
                : context.read(part.analysisKey(), PartAnalysis.class);
    }

    private void see(Part part, @Nullable PartAnalysis analysis) {
        if (spec.proxyKey() == null) {
            return;
        }
        if (analysis == null || analysis.shots().isEmpty()) {
            var unseen = new Analysis.Shot(part.startMs(), part.endMs());
            add(List.of(unseen), !shots.isEmpty() && tooShort(shots.getLast()));
            blind = true;
            return;
        }
        int first = add(analysis.shots(), goesOn(analysis));
        faces.add(analysis.faces(), first);
        blind = false;
    }

    /** Whether the first shot of a part is the last one of the part before. */
    private boolean goesOn(PartAnalysis analysis) {
        if (shots.isEmpty()) {
            return false;
        }
        // both parts may have seen the same cut; in the whole it would be one
        if (tooShort(shots.getLast())) {
            return true;
        }
        return blind
                ? analysis.shots().size() > 1 && tooShort(analysis.shots().getFirst())
                : !analysis.openWithCut();
    }

    private static boolean tooShort(Analysis.Shot shot) {
        return shot.endMs() - shot.startMs() < ShotDetector.SHORTEST_SHOT_MS;
    }

    /** Tells the index that the first one of these has now. */
    private int add(List<Analysis.Shot> next, boolean goesOn) {
        if (goesOn) {
            var begun = shots.removeLast();
            shots.add(new Analysis.Shot(begun.startMs(), next.getFirst().endMs()));
            shots.addAll(next.subList(1, next.size()));
        } else {
            shots.addAll(next);
        }
        return shots.size() - next.size();
    }

    private void hear(Part part, @Nullable PartAnalysis analysis)
            throws IOException, InterruptedException {
        var told = analysis == null ? List.<Double>of() : analysis.loudness();
        boolean all = told.size() == SoundLevels.hops(part);
        loudness.addAll(all ? told : SoundLevels.of(sound(), part));
    }

    private StoredSound sound() throws IOException, InterruptedException {
        if (sound == null) {
            sound = StoredSound.open(context, spec.audioKey());
        }
        return sound;
    }
}
