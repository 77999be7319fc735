package io.clipforge.fleet.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.FolderJobContext;
import io.clipforge.fleet.FolderJobContext.Reported;
import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.JobSpec.Ratio;
import io.clipforge.jobs.Quality;
import io.clipforge.jobs.Transcript;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Probe;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.captions.Srt;
import io.clipforge.media.captions.WebVtt;
import io.clipforge.media.captions.drawing.FontBuilder;
import io.clipforge.media.render.VideoEncoder;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderHandlerTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final String PREFIX = "org/exports/1/";

    private final RenderHandler handler = new RenderHandler(ffmpeg, VideoEncoder.OPENH264);

    @TempDir Path folder;
    private SampleMedia media;
    private FolderJobContext context;

    @BeforeEach
    void putTheDocuments() throws Exception {
        media = new SampleMedia(ffmpeg, folder);
        context = new FolderJobContext(folder, PREFIX);
        var words =
                List.of(
                        new Transcript.Word("Never", 1000, 1400, "A", 0.9),
                        new Transcript.Word("again.", 1400, 1900, "A", null));
        context.put(
                "transcript.json",
                new Transcript("en", "test", words, List.of(new Transcript.Sentence(0, 2))));
        var boxes = new ArrayList<Analysis.FaceBox>();
        for (long at = 0; at < 4000; at += 500) {
            boxes.add(new Analysis.FaceBox(at, 0.6, 0.3, 0.1, 0.2, 0.9));
        }
        context.put(
                "analysis.json",
                new Analysis(
                        List.of(new Analysis.Shot(0, 4000)),
                        List.of(new Analysis.FaceTrack(0, boxes)),
                        100,
                        List.of()));
    }

    @Test
    void eachRatioIsDeliveredWithItsCaptionsAndMeasures() throws Exception {
        context.put("source", media.video("talk.mp4", 4));

        var outcome = handler.run(spec(null, Ratio.VERTICAL_9_16, Ratio.SQUARE_1_1), context);

        var completed = assertInstanceOf(JobOutcome.Completed.class, outcome);
        var rendered = assertInstanceOf(JobResult.Rendered.class, completed.result());
        assertEquals(
                List.of(Ratio.VERTICAL_9_16, Ratio.SQUARE_1_1),
                rendered.renditions().stream().map(JobResult.Rendition::ratio).toList());
        for (var rendition : rendered.renditions()) {
            assertEquals(rendition.ratio().width(), rendition.width());
            assertEquals(rendition.ratio().height(), rendition.height());
            assertEquals(2000, rendition.durationMs());
            assertEquals(-14, rendition.integratedLufs(), 1);
            assertTrue(rendition.truePeakDbtp() <= -1);
            var quality = Objects.requireNonNull(rendition.quality());
            assertEquals(Quality.Verdict.PASS, quality.verdict(), quality::toString);
            var video = context.object(rendition.videoKey());
            assertEquals(Files.size(video), rendition.sizeBytes());
            var info = Objects.requireNonNull(new Probe(ffmpeg).inspect(video).video());
            assertEquals(rendition.height(), info.height());
            assertEquals("Never again.", Srt.read(text(rendition.srtKey())).getFirst().text());
            assertEquals(480, WebVtt.read(text(rendition.vttKey())).getFirst().startMs());
            assertTrue(Files.size(context.object(rendition.thumbnailKey())) > 1000);
            var sheet = Objects.requireNonNull(rendition.contactSheetKey());
            assertTrue(Files.size(context.object(sheet)) > 1000);
        }
        assertEquals("video/mp4", context.contentTypes().get(PREFIX + "9x16.mp4"));
        assertEquals("text/vtt", context.contentTypes().get(PREFIX + "1x1.vtt"));
        var progress = context.reports().stream().map(Reported::progress).toList();
        assertEquals(progress.stream().sorted().toList(), progress);
        assertEquals(new Reported("rendered", 1), context.reports().getLast());
    }

    @Test
    void aClipIsAsLongAsWhatIsLeftOfIt() throws Exception {
        context.put("source", media.video("talk.mp4", 4));
        var words =
                List.of(
                        new Transcript.Word("Never", 600, 1000, "A", 0.9),
                        new Transcript.Word("ähm,", 1200, 1600, "A", 0.9),
                        new Transcript.Word("again.", 1800, 2300, "A", null));
        context.put(
                "transcript.json",
                new Transcript("de-CH", "test", words, List.of(new Transcript.Sentence(0, 3))));

        var spec = spec(500, 2500, null, new JobSpec.Cut(true, true), null, Ratio.SQUARE_1_1);
        var completed = assertInstanceOf(JobOutcome.Completed.class, handler.run(spec, context));

        var rendered = assertInstanceOf(JobResult.Rendered.class, completed.result());
        var rendition = rendered.renditions().getFirst();
        // 1140–1660 lies in 12 whole frames at 25 a second
        assertEquals(1520, rendition.durationMs());
        assertEquals("Never again.", Srt.read(text(rendition.srtKey())).getFirst().text());
    }

    @Test
    void aBrandsColoursAndWatermarkAreUsed() throws Exception {
        context.put("source", media.video("talk.mp4", 4));
        context.put(
                "mark",
                media.make(
                        "mark.png",
                        List.of("-f", "lavfi", "-i", "color=white:s=64x64", "-frames:v", "1")));

        var outcome = handler.run(spec(brand("mark"), Ratio.SQUARE_1_1), context);

        assertInstanceOf(JobOutcome.Completed.class, outcome);
    }

    @Test
    void aWatermarkThatIsNoPngIsRefused() throws Exception {
        context.put("source", media.video("talk.mp4", 4));
        context.put("mark", Files.writeString(folder.resolve("mark.png"), "<svg/>"));

        var outcome = handler.run(spec(brand("mark"), Ratio.SQUARE_1_1), context);

        assertEquals(
                new JobOutcome.Failed(
                        JobProblem.UNSUPPORTED_MEDIA,
                        "The watermark is not a PNG that can be read."),
                outcome);
    }

    @Test
    void aBrandsFontAndLowerThirdAreDrawn() throws Exception {
        context.put("source", media.video("talk.mp4", 4));
        var font = FontBuilder.blocks("abcdefghijklmnopqrstuvwxyzAN").build();
        context.put("font", Files.write(folder.resolve("font.ttf"), font));

        var outcome = handler.run(spec(lettered("font"), Ratio.SQUARE_1_1), context);

        var completed = assertInstanceOf(JobOutcome.Completed.class, outcome);
        var rendered = assertInstanceOf(JobResult.Rendered.class, completed.result());
        var video = context.object(rendered.renditions().getFirst().videoKey());
        var frame =
                media.make(
                        "frame.png",
                        List.of("-ss", "1.2", "-i", video.toString()),
                        List.of("-frames:v", "1"));
        assertTrue(count(ImageIO.read(frame.toFile()), 0xE01090) > 3000);
    }

    @Test
    void aFontThatIsNoneIsRefused() throws Exception {
        context.put("source", media.video("talk.mp4", 4));
        context.put("font", Files.writeString(folder.resolve("font.ttf"), "wOF2"));

        var outcome = handler.run(spec(lettered("font"), Ratio.SQUARE_1_1), context);

        assertEquals(
                new JobOutcome.Failed(
                        JobProblem.UNSUPPORTED_MEDIA,
                        "The font is not a TrueType or OpenType file that can be read."),
                outcome);
    }

    @Test
    void musicIsLaidUnderTheClip() throws Exception {
        context.put("source", media.video("talk.mp4", 4));
        context.put("music", media.tone("music.mp3", 1, 1000));

        var outcome = handler.run(scored("music"), context);

        assertInstanceOf(JobOutcome.Completed.class, outcome);
    }

    @Test
    void musicThatCannotBeReadIsRefused() throws Exception {
        context.put("source", media.video("talk.mp4", 4));
        context.put("music", Files.writeString(folder.resolve("music.mp3"), "<html/>"));

        var outcome = handler.run(scored("music"), context);

        assertEquals(
                new JobOutcome.Failed(
                        JobProblem.UNSUPPORTED_MEDIA, "The music has no sound that can be read."),
                outcome);
    }

    @Test
    void aSourceThatDoesNotDecodeFailsForGood() throws Exception {
        context.put("source", Files.writeString(folder.resolve("text"), "no film"));

        var outcome = handler.run(spec(null, Ratio.SQUARE_1_1), context);

        assertEquals(
                JobProblem.UNDECODABLE_MEDIA,
                assertInstanceOf(JobOutcome.Failed.class, outcome).problem());
    }

    @Test
    void aBrandsIntroAndOutroAreInTheClipAndInItsTimes() throws Exception {
        context.put("source", media.video("talk.mp4", 4));
        context.put("intro", media.video("intro.mp4", 1));
        context.put(
                "outro",
                media.make(
                        "a.png",
                        List.of("-f", "lavfi", "-i", "color=red:s=64x64"),
                        List.of("-frames:v", "1")));

        var outcome = handler.run(spec(between("intro", "outro"), Ratio.SQUARE_1_1), context);

        var completed = assertInstanceOf(JobOutcome.Completed.class, outcome);
        var rendered = assertInstanceOf(JobResult.Rendered.class, completed.result());
        var clip = rendered.renditions().getFirst();
        assertEquals(1000 + 2000 + 1520, clip.durationMs());
        assertEquals(1480, WebVtt.read(text(clip.vttKey())).getFirst().startMs());
        assertEquals(-14, clip.integratedLufs(), 1);
        var quality = Objects.requireNonNull(clip.quality());
        assertEquals(Quality.Verdict.PASS, quality.verdict(), quality::toString);
    }

    @Test
    void anIntroOrOutroThatCannotBeShownFailsTheExport() throws Exception {
        context.put("source", media.video("talk.mp4", 4));
        context.put("short", media.video("short.mp4", 1));
        context.put("long", media.silentVideo("long.mp4", 11));
        context.put("tone", media.tone("tone.mp3", 1, 440));

        assertEquals(
                new JobOutcome.Failed(
                        JobProblem.UNSUPPORTED_MEDIA, "The intro is longer than 10 s."),
                handler.run(spec(between("long", "short"), Ratio.SQUARE_1_1), context));
        assertEquals(
                new JobOutcome.Failed(
                        JobProblem.UNSUPPORTED_MEDIA,
                        "The outro is no video and no PNG or JPEG that can be read."),
                handler.run(spec(between("short", "tone"), Ratio.SQUARE_1_1), context));
    }

    @Test
    void aClipThatFailsWithSaferSettingsTooIsNotDelivered() throws Exception {
        context.put("source", media.video("talk.mp4", 4));
        var careless = new RenderHandler(indexLast(), VideoEncoder.OPENH264);

        var outcome = careless.run(spec(null, Ratio.SQUARE_1_1), context);

        assertEquals(
                new JobOutcome.Failed(
                        JobProblem.EXPORT_QUALITY_FAILED,
                        "format (1:1): The file is not as players expect it: its index lies at its"
                                + " end."),
                outcome);
        assertTrue(context.contentTypes().isEmpty());
        assertTrue(Files.exists(context.workspace().resolve("render-with-care")));
    }

    @Test
    void aSourceThatIsMissingIsWorthAnotherAttempt() {
        assertThrows(
                FileNotFoundException.class,
                () -> handler.run(spec(null, Ratio.SQUARE_1_1), context));
    }

    @Test
    void anInterruptedRenderingLeavesNoProcess() throws Exception {
        context.put("source", media.video("talk.mp4", 30));
        var spec = spec(0, 30_000, null, Ratio.VERTICAL_9_16);
        var task = new FutureTask<>(() -> handler.run(spec, context));
        var thread = Thread.ofVirtual().start(task);
        while (context.reports().stream().noneMatch(it -> it.progress() > 0.15)) {
            Thread.onSpinWait();
        }

        thread.interrupt();

        var failure = assertThrows(ExecutionException.class, task::get);
        assertInstanceOf(InterruptedException.class, failure.getCause());
        assertEquals(List.of(), ffmpegs());
    }

    /** An ffmpeg that forgets to put the index first. */
    private Ffmpeg indexLast() throws Exception {
        var bundled = FfmpegSettings.bundled();
        var script =
                """
                #!/bin/sh
                for a; do
                  shift
                  test "$a" = +faststart && a=-faststart
                  set -- "$@" "$a"
                done
                exec env LD_LIBRARY_PATH=%s %s "$@"
                """
                        .formatted(bundled.libraries(), bundled.ffmpeg());
        var file = Files.writeString(folder.resolve("ffmpeg"), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new Ffmpeg(
                new FfmpegSettings(file, bundled.ffprobe(), bundled.libraries(), 8L << 30));
    }

    /** Programs that work on this test's files. */
    private List<String> ffmpegs() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }

    private String text(String key) throws Exception {
        return Files.readString(context.object(key));
    }

    private static JobSpec.Brand brand(String watermarkKey) {
        return new JobSpec.Brand(
                "#102030",
                "#FFEEDD",
                "#00FF88",
                watermarkKey,
                JobSpec.Brand.Corner.BOTTOM_LEFT,
                0.8);
    }

    private static int count(BufferedImage image, int color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                boolean like =
                        Math.abs((rgb >> 16 & 0xFF) - (color >> 16)) < 16
                                && Math.abs((rgb >> 8 & 0xFF) - (color >> 8 & 0xFF)) < 16
                                && Math.abs((rgb & 0xFF) - (color & 0xFF)) < 16;
                count += like ? 1 : 0;
            }
        }
        return count;
    }

    private static JobSpec.Brand lettered(String fontKey) {
        return new JobSpec.Brand(
                "#E01090",
                "#FFFFFF",
                "#00FF88",
                null,
                JobSpec.Brand.Corner.TOP_LEFT,
                1,
                fontKey,
                new JobSpec.Brand.LowerThird("Ada", null),
                null,
                null);
    }

    private static JobSpec.Brand between(String intro, String outro) {
        return new JobSpec.Brand(
                "#E01090",
                "#FFFFFF",
                "#00FF88",
                null,
                JobSpec.Brand.Corner.TOP_LEFT,
                1,
                null,
                null,
                new JobSpec.Brand.Bumper(intro, 1500),
                new JobSpec.Brand.Bumper(outro, 1500));
    }

    private static JobSpec.Render scored(String music) {
        var sound = new JobSpec.Sound(true, new JobSpec.Sound.Music(music, -12));
        return spec(500, 2500, null, null, sound, Ratio.SQUARE_1_1);
    }

    private static JobSpec.Render spec(JobSpec.@Nullable Brand brand, Ratio... ratios) {
        return spec(500, 2500, brand, ratios);
    }

    private static JobSpec.Render spec(
            long startMs, long endMs, JobSpec.@Nullable Brand brand, Ratio... ratios) {
        return spec(startMs, endMs, brand, null, null, ratios);
    }

    private static JobSpec.Render spec(
            long startMs,
            long endMs,
            JobSpec.@Nullable Brand brand,
            JobSpec.@Nullable Cut cut,
            JobSpec.@Nullable Sound sound,
            Ratio... ratios) {
        return new JobSpec.Render(
                UUID.randomUUID(),
                "source",
                "transcript.json",
                "analysis.json",
                startMs,
                endMs,
                List.of(ratios),
                new JobSpec.Captions(true, JobSpec.Captions.Style.KARAOKE, null),
                brand,
                cut,
                sound,
                PREFIX,
                null);
    }
}
