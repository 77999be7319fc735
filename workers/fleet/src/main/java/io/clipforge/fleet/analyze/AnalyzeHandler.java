package io.clipforge.fleet.analyze;

import io.clipforge.fleet.JobContext;
import io.clipforge.fleet.JobHandler;
import io.clipforge.fleet.Needs;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.MediaException;
import io.clipforge.media.Probe;
import io.clipforge.media.WavFile;
import io.clipforge.media.faces.FaceDetectors;
import io.clipforge.media.faces.FaceFinder;
import io.clipforge.media.shots.ShotDetector;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the shots, faces and loudness of an asset. */
@Singleton
public final class AnalyzeHandler implements JobHandler<JobSpec.Analyze> {
    private static final Logger log = LoggerFactory.getLogger(AnalyzeHandler.class);

    /** Faces take most of the time. */
    private static final double SHOTS_SHARE = 0.25;

    private final Ffmpeg ffmpeg;
    private final AnalyzeConfiguration configuration;

    AnalyzeHandler(Ffmpeg ffmpeg, AnalyzeConfiguration configuration) {
        this.ffmpeg = ffmpeg;
        this.configuration = configuration;
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
        context.progress("measuring loudness", 0);
        var sound = WavFile.open(context.fetch(spec.audioKey()));
        try {
            var scene =
                    spec.proxyKey() == null
                            ? Scene.NOTHING
                            : look(context.fetch(spec.proxyKey()), sound.duration(), context);
            var analysis = scene.heardWith(SoundLevels.of(sound));
            var key = context.write("analysis.json", analysis);
            return new JobOutcome.Completed(new JobResult.Analyzed(key, analysis.shots().size()));
        } catch (MediaException e) {
            log.warn("The proxy cannot be analysed: {}", e.log(), e);
            return new JobOutcome.Failed(
                    JobProblem.UNDECODABLE_MEDIA, "The picture cannot be decoded.");
        }
    }

    private Scene look(Path proxy, Duration sound, JobContext context)
            throws MediaException, IOException, InterruptedException {
        var info = new Probe(ffmpeg).inspect(proxy);
        var video = info.video();
        if (video == null) {
            return Scene.NOTHING;
        }
        // sound may go on when the picture has ended
        var end = info.duration().compareTo(sound) > 0 ? info.duration() : sound;
        var shots =
                new ShotDetector(ffmpeg)
                        .detect(
                                proxy,
                                info,
                                video,
                                end,
                                share -> context.progress("finding shots", SHOTS_SHARE * share));
        try (var detector = FaceDetectors.open(configuration.modelsFolder())) {
            var stage = "finding faces with " + detector.engine();
            var faces =
                    new FaceFinder(ffmpeg, detector)
                            .find(
                                    proxy,
                                    info,
                                    video,
                                    shots,
                                    share ->
                                            context.progress(
                                                    stage,
                                                    SHOTS_SHARE + (1 - SHOTS_SHARE) * share));
            return new Scene(shots, faces);
        }
    }
}
