package io.clipforge.fleet.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.FolderJobContext;
import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.JobSpec.Ratio;
import io.clipforge.jobs.Transcript;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Limits;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.render.VideoEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is delivered, in each ratio, as players see it. */
@Timeout(300)
class PlayersTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final List<Ratio> RATIOS = List.of(Ratio.values());
    private static final double SECONDS = 3;
    private static final int FRAMES = 75;

    @TempDir static Path folder;
    private static FolderJobContext context;
    private static List<JobResult.Rendition> renditions = List.of();

    @BeforeAll
    static void render() throws Exception {
        context = new FolderJobContext(folder, "out/");
        context.put("source", new SampleMedia(ffmpeg, folder).video("talk.mp4", 4));
        var words =
                List.of(
                        new Transcript.Word("Press", 700, 1100, "A", 0.9),
                        new Transcript.Word("play.", 1100, 1600, "A", 0.9));
        context.put(
                "transcript.json",
                new Transcript("en", "test", words, List.of(new Transcript.Sentence(0, 2))));
        context.put(
                "analysis.json",
                new Analysis(List.of(new Analysis.Shot(0, 4000)), List.of(), 100, List.of()));
        var spec =
                new JobSpec.Render(
                        UUID.randomUUID(),
                        "source",
                        "transcript.json",
                        "analysis.json",
                        500,
                        3500,
                        RATIOS,
                        new JobSpec.Captions(true, JobSpec.Captions.Style.KARAOKE, null),
                        null,
                        "out/",
                        null);
        var outcome = new RenderHandler(ffmpeg, VideoEncoder.OPENH264).run(spec, context);
        var completed = assertInstanceOf(JobOutcome.Completed.class, outcome);
        renditions = assertInstanceOf(JobResult.Rendered.class, completed.result()).renditions();
    }

    @AfterAll
    static void forget() {
        renditions = List.of();
    }

    @Test
    void aBrowserPlaysEachRatioToItsEnd() throws Exception {
        var profile = Files.createDirectory(folder.resolve("chromium"));
        try (var page = new PlayerPage(files());
                var _ = Chromium.show(page.address(), profile)) {
            for (var ratio : RATIOS) {
                var played = page.awaitNext();
                System.out.printf(
                        "%s: %d of %d frames dropped%n",
                        ratio.label(),
                        played.path("dropped").asInt(),
                        played.path("frames").asInt());
                assertEquals("ended", played.path("event").asText(), played::toString);
                assertEquals("", played.path("error").asText());
                assertEquals(ratio.width(), played.path("width").asInt());
                assertEquals(ratio.height(), played.path("height").asInt());
                assertEquals(SECONDS, played.path("duration").asDouble(), 0.05);
                assertEquals(SECONDS, played.path("at").asDouble(), 0.05);
            }
        }
    }

    @Test
    void eachIsHighProfileWithItsIndexFirst() throws Exception {
        for (var file : files()) {
            assertEquals(
                    List.of("h264,High,yuv420p"),
                    probe(
                            file,
                            "-select_streams",
                            "v",
                            "-show_entries",
                            "stream=codec_name,profile,pix_fmt"));
            var head = new String(Files.readAllBytes(file), 0, 64, StandardCharsets.ISO_8859_1);
            assertTrue(head.contains("moov"), head);
        }
    }

    @Test
    void timesBeginAtZeroOnlyGrowAndEndTogether() throws Exception {
        for (var file : files()) {
            var shown = times(file, "v", "pts_time");
            assertEquals(FRAMES, shown.size());
            assertEquals(0, shown.getFirst());
            for (int i = 0; i < shown.size(); i++) {
                assertEquals(i / 25.0, shown.get(i), 0.001);
            }
            for (var stream : List.of("v", "a")) {
                var decoded = times(file, stream, "dts_time");
                assertEquals(decoded.stream().distinct().sorted().toList(), decoded);
            }
            var ends =
                    probe(file, "-show_entries", "stream=duration").stream()
                            .map(Double::valueOf)
                            .toList();
            assertEquals(ends.getFirst(), ends.getLast(), 1 / 25.0);
        }
    }

    /** Some players pass over edit lists; the picture must not need one. */
    @Test
    void thePictureIsTheSameForAPlayerThatIgnoresEditLists() throws Exception {
        for (var file : files()) {
            var ignored =
                    probe(
                            file,
                            "-ignore_editlist",
                            "1",
                            "-select_streams",
                            "v",
                            "-show_entries",
                            "packet=pts_time");
            assertEquals(
                    times(file, "v", "pts_time"), ignored.stream().map(Double::valueOf).toList());
        }
    }

    private static List<Path> files() {
        return renditions.stream().map(it -> context.object(it.videoKey())).toList();
    }

    private static List<Double> times(Path file, String stream, String clock) throws Exception {
        return probe(file, "-select_streams", stream, "-show_entries", "packet=" + clock).stream()
                .map(Double::valueOf)
                .toList();
    }

    private static List<String> probe(Path file, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of("-v", "error", "-of", "csv=p=0"));
        all.addAll(List.of(arguments));
        all.add("file:" + file);
        return ffmpeg.probe(all, Limits.glance())
                .output()
                .lines()
                .map(it -> it.replaceAll(",$", ""))
                .filter(it -> !it.isBlank())
                .toList();
    }
}
