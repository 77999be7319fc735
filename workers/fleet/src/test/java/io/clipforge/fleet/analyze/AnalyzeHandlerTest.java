package io.clipforge.fleet.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.clipforge.fleet.FolderJobContext;
import io.clipforge.fleet.transcribe.Sound;
import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobResult.Analyzed;
import io.clipforge.jobs.JobSpec;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.SampleMedia;
import io.clipforge.models.InstalledModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeHandlerTest {
    private static final Ffmpeg FFMPEG = new Ffmpeg(FfmpegSettings.bundled());

    @TempDir Path folder;
    private FolderJobContext context;
    private AnalyzeHandler handler;

    @BeforeEach
    void surroundings() {
        context = new FolderJobContext(folder, "assets/1/analysis/");
        handler = new AnalyzeHandler(new Sight(FFMPEG, InstalledModels.in(folder)));
    }

    @Test
    void shotsAndLoudnessAreFound() throws Exception {
        var video = new SampleMedia(FFMPEG, folder).cuts("cuts.mp4", 2, "red", "blue", "green");
        context.put("proxy.mp4", video);
        sound(new Sound().silence(3).noise(4));

        var analysis = analysis(handler.run(spec("proxy.mp4"), context));

        assertEquals(
                List.of(
                        new Analysis.Shot(0, 2000),
                        new Analysis.Shot(2000, 4000),
                        new Analysis.Shot(4000, 7000)),
                analysis.shots());
        assertEquals(List.of(), analysis.faces());
        assertEquals(100, analysis.loudnessHopMs());
        assertEquals(70, analysis.loudness().size());
        assertEquals(-120.0, analysis.loudness().get(10));
        assertEquals(-20.8, analysis.loudness().get(50), 0.5);
        assertEquals(1.0, context.reports().getLast().progress(), 0.1);
    }

    @Test
    void soundAloneHasNoShots() throws Exception {
        sound(new Sound().noise(1.25));

        var analysis = analysis(handler.run(spec(null), context));

        assertEquals(List.of(), analysis.shots());
        assertEquals(13, analysis.loudness().size());
    }

    @Test
    void aProxyThatDoesNotDecodeIsRefused() throws Exception {
        context.put("proxy.mp4", Files.writeString(folder.resolve("broken.mp4"), "no film"));
        sound(new Sound().noise(1));

        var failed =
                assertInstanceOf(JobOutcome.Failed.class, handler.run(spec("proxy.mp4"), context));

        assertEquals(JobProblem.UNDECODABLE_MEDIA, failed.problem());
    }

    private void sound(Sound sound) throws Exception {
        var file = folder.resolve("audio.wav");
        sound.write(file);
        context.put("audio.wav", file);
    }

    private Analysis analysis(JobOutcome outcome) throws Exception {
        var completed = assertInstanceOf(JobOutcome.Completed.class, outcome);
        var analyzed = assertInstanceOf(Analyzed.class, completed.result());
        var analysis = context.read(analyzed.analysisKey(), Analysis.class);
        assertEquals(analyzed.shots(), analysis.shots().size());
        return analysis;
    }

    private static JobSpec.Analyze spec(@Nullable String proxyKey) {
        return new JobSpec.Analyze(
                UUID.randomUUID(),
                proxyKey,
                "audio.wav",
                null,
                List.of(),
                "assets/1/analysis/",
                null);
    }
}
