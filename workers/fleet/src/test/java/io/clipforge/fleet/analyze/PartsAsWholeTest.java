package io.clipforge.fleet.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.FolderJobContext;
import io.clipforge.fleet.transcribe.Sound;
import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobResult.Analyzed;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.JobSpec.AnalyzedPart;
import io.clipforge.jobs.Part;
import io.clipforge.media.Excerpt;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Probe;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.faces.DrawnFace;
import io.clipforge.models.InstalledModels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The analyses of parts, joined, are the analysis of the whole. */
class PartsAsWholeTest {
    private static final Ffmpeg FFMPEG = new Ffmpeg(FfmpegSettings.bundled());
    private static final double RATE = 30_000 / 1001.0;
    private static final double FRAME_MS = 1000 / RATE;
    private static final long SURROUNDINGS_MS = 4000;

    @TempDir static Path folder;

    private static Path video;
    private static long endMs;
    private static Analysis whole;

    @BeforeAll
    static void analyzeTheWhole() throws Exception {
        video = film();
        endMs = new Probe(FFMPEG).inspect(video).duration().toMillis();
        whole = analysis(run(context("whole"), null, List.of()));
        assertEquals(5, whole.shots().size(), whole.shots().toString());
        assertEquals(1, whole.faces().size());
    }

    /**
     * The shots begin at 0, 3, 13 and 20 s and, by a dissolve of a second, at 30 s; a face is there
     * from 3 to 13 s.
     */
    @ParameterizedTest
    @ValueSource(strings = {"10000,20000,30000", "9987,19990,29700", "6000,13017,20010,30400"})
    void joinedPartsAreTheWhole(String boundaries) throws Exception {
        var joined = joined(parts(boundaries), -1);

        assertEquals(whole.loudness(), joined.loudness());
        assertShots(whole.shots(), joined.shots());
        assertEquals(1, joined.faces().size(), joined.faces().toString());
        assertEquals(1, joined.faces().getFirst().shot());
        assertEquals(
                whole.faces().getFirst().boxes().size(),
                joined.faces().getFirst().boxes().size(),
                2.0);
    }

    @Test
    void aPartThatCouldNotBeAnalysedIsOneShotWithoutFaces() throws Exception {
        var joined = joined(parts("10000,20000,30000"), 1);

        assertShots(
                List.of(
                        new Analysis.Shot(0, 3003),
                        new Analysis.Shot(3003, 10_000),
                        new Analysis.Shot(10_000, 20_000),
                        new Analysis.Shot(20_000, 30_000),
                        new Analysis.Shot(30_000, endMs)),
                joined.shots());
        assertEquals(whole.loudness(), joined.loudness());
        assertEquals(List.of(1), joined.faces().stream().map(Analysis.FaceTrack::shot).toList());
    }

    private static void assertShots(List<Analysis.Shot> expected, List<Analysis.Shot> found) {
        assertEquals(expected.size(), found.size(), found.toString());
        for (int i = 0; i < expected.size(); i++) {
            assertFrame(expected.get(i).startMs(), found.get(i).startMs());
            assertFrame(expected.get(i).endMs(), found.get(i).endMs());
        }
    }

    /** Within a frame, and what is lost to whole milliseconds. */
    private static void assertFrame(long expectedMs, long foundMs) {
        assertTrue(Math.abs(expectedMs - foundMs) <= FRAME_MS + 1, expectedMs + " is " + foundMs);
    }

    private static Analysis joined(List<Part> parts, int missing) throws Exception {
        var analysed = new ArrayList<AnalyzedPart>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var key = i == missing ? null : run(context("part" + i), part, List.of()).analysisKey();
            analysed.add(new AnalyzedPart(part, key));
        }
        return analysis(run(context("joined"), null, analysed));
    }

    /** As an ingest cuts them. */
    private static List<Part> parts(String boundaries) throws Exception {
        var parts = new ArrayList<Part>();
        long start = 0;
        for (var text : (boundaries + "," + endMs).split(",", -1)) {
            long end = Long.parseLong(text);
            double frame = Math.floor(Math.max(0, start - SURROUNDINGS_MS) / FRAME_MS);
            var from = Duration.ofNanos(Math.round(frame * FRAME_MS * 1e6));
            var file = folder.resolve("excerpt.mp4");
            var length = Duration.ofMillis(end + SURROUNDINGS_MS).minus(from);
            new Excerpt(FFMPEG).take(video, from, length, file);
            var key = "part-" + start + ".mp4";
            context("").put(key, file);
            parts.add(new Part(start, end, key, Math.round(frame * FRAME_MS)));
            start = end;
        }
        return parts;
    }

    private static Analyzed run(
            FolderJobContext context, @Nullable Part part, List<AnalyzedPart> joined)
            throws Exception {
        var configuration = InstalledModels.in(folder);
        var handler = new AnalyzeHandler(new Sight(FFMPEG, configuration));
        var spec =
                new JobSpec.Analyze(
                        UUID.randomUUID(), "proxy.mp4", "audio.wav", part, joined, "unused/", null);
        var completed = assertInstanceOf(JobOutcome.Completed.class, handler.run(spec, context));
        return assertInstanceOf(Analyzed.class, completed.result());
    }

    private static Analysis analysis(Analyzed analyzed) throws Exception {
        var analysis = context("").read(analyzed.analysisKey(), Analysis.class);
        assertEquals(analyzed.shots(), analysis.shots().size());
        return analysis;
    }

    private static FolderJobContext context(String name) {
        return new FolderJobContext(folder, name + "/");
    }

    private static Path film() throws Exception {
        var sound = new Sound();
        while (sound.lengthMs() < 33_300) {
            sound.noise(0.73).silence(0.21);
        }
        context("").put("audio.wav", sound.write(folder.resolve("audio.wav")).file());
        var room = DrawnFace.room(320, 180);
        DrawnFace.draw(room, 160, 80, 60);
        var face = folder.resolve("face.png");
        ImageIO.write(room, "png", face.toFile());
        var film =
                new SampleMedia(FFMPEG, folder)
                        .make(
                                "film.mp4",
                                scene("testsrc2", 3),
                                List.of("-loop", "1", "-r", "30000/1001", "-t", "10"),
                                List.of("-i", face.toString()),
                                scene("mandelbrot", 7),
                                scene("testsrc", 10.5),
                                scene("smptehdbars", 4.5),
                                List.of(
                                        "-filter_complex",
                                        "[0]format=yuv420p,setsar=1[a];[1]format=yuv420p,setsar=1[b];"
                                                + "[2]format=yuv420p,setsar=1[c];"
                                                + "[3]format=yuv420p,setsar=1,settb=1/90000[d];"
                                                + "[4]format=yuv420p,setsar=1,settb=1/90000[e];"
                                                + "[d][e]xfade=duration=1:offset=9.5[f];"
                                                + "[a][b][c][f]concat=n=4"),
                                List.of("-r", "30000/1001", "-c:v", "libopenh264"),
                                List.of("-b:v", "1M", "-g", "30"));
        context("").put("proxy.mp4", film);
        return film;
    }

    private static List<String> scene(String source, double seconds) {
        var input = source + "=s=320x180:r=30000/1001";
        return Arrays.asList("-f", "lavfi", "-t", String.valueOf(seconds), "-i", input);
    }
}
