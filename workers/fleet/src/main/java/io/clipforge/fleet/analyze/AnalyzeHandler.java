package io.clipforge.fleet.analyze;

import io.clipforge.fleet.JobContext;
import io.clipforge.fleet.JobHandler;
import io.clipforge.fleet.Needs;
import io.clipforge.fleet.StoredSound;
import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Part;
import io.clipforge.media.MediaException;
import io.clipforge.media.WavFile;
import io.clipforge.media.Window;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the shots, faces and loudness of an asset or of a part of it, or joins the parts'. */
@Singleton
public final class AnalyzeHandler implements JobHandler<JobSpec.Analyze> {
    private static final Logger log = LoggerFactory.getLogger(AnalyzeHandler.class);
    private static final String LISTENING = "measuring loudness";

    private final Sight sight;

    AnalyzeHandler(Sight sight) {
        this.sight = sight;
    }

    @Override
    public Class<JobSpec.Analyze> spec() {
        return JobSpec.Analyze.class;
    }

    @Override
    public Needs needs() {
        return Needs.oneSlot(768);
    }

    @Override
    public JobOutcome run(JobSpec.Analyze spec, JobContext context)
            throws IOException, InterruptedException {
        try {
            if (!spec.joined().isEmpty()) {
                var analysis = new AnalysisJoin(spec, context).join();
                return completed(analysis, analysis.shots().size(), context);
            }
            if (spec.part() != null) {
                var analysis = ofPart(spec, spec.part(), context);
                return completed(analysis, analysis.shots().size(), context);
            }
            var analysis = ofWhole(spec, context);
            return completed(analysis, analysis.shots().size(), context);
        } catch (MediaException e) {
            log.warn("The proxy cannot be analysed: {}", e.log(), e);
            return new JobOutcome.Failed(
                    JobProblem.UNDECODABLE_MEDIA, "The picture cannot be decoded.");
        }
    }

    private Analysis ofWhole(JobSpec.Analyze spec, JobContext context)
            throws MediaException, IOException, InterruptedException {
        context.progress(LISTENING, 0);
        var sound = WavFile.open(context.fetch(spec.audioKey()));
        var scene = spec.proxyKey() == null ? Scene.NOTHING : seen(spec.proxyKey(), sound, context);
        return scene.heardWith(SoundLevels.of(sound));
    }

    private Scene seen(String proxyKey, WavFile sound, JobContext context)
            throws MediaException, IOException, InterruptedException {
        long soundMs = sound.duration().toMillis();
        return sight.look(
                context.fetch(proxyKey),
                // sound may go on when the picture has ended
                video -> Window.whole(Math.max(video.duration().toMillis(), soundMs)),
                context);
    }

    private PartAnalysis ofPart(JobSpec.Analyze spec, Part part, JobContext context)
            throws MediaException, IOException, InterruptedException {
        context.progress(LISTENING, 0);
        var loudness = SoundLevels.of(StoredSound.open(context, spec.audioKey()), part);
        var scene = spec.proxyKey() == null ? Scene.NOTHING : seen(part, context);
        return PartAnalysis.of(scene.heardWith(loudness), scene.shots().openWithCut());
    }

    private Scene seen(Part part, JobContext context)
            throws MediaException, IOException, InterruptedException {
        if (part.proxyKey() == null) {
            return Scene.lastShotGoesOn(part.startMs(), part.endMs());
        }
        var window = new Window(part.startMs(), part.endMs(), part.proxyStartMs());
        return sight.look(context.fetch(part.proxyKey()), _ -> window, context);
    }

    private static JobOutcome completed(Object analysis, int shots, JobContext context)
            throws IOException, InterruptedException {
        var key = context.write("analysis.json", analysis);
        return new JobOutcome.Completed(new JobResult.Analyzed(key, shots));
    }
}
