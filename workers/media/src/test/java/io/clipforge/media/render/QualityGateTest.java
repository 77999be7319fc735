package io.clipforge.media.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.captions.Word;
import io.clipforge.media.quality.Check;
import io.clipforge.media.quality.Precaution;
import io.clipforge.media.quality.QualityReport;
import io.clipforge.media.quality.SpeechChecks.Sentence;
import io.clipforge.media.quality.Subject;
import io.clipforge.media.quality.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips that were really rendered, and what their reports say. */
class QualityGateTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final Word WORD = new Word("Hello.", 500, 1100, null);

    private final ClipRenderer renderer = new ClipRenderer(ffmpeg, VideoEncoder.OPENH264);

    @TempDir Path folder;
    private SampleMedia media;

    @BeforeEach
    void useTheFolder() {
        media = new SampleMedia(ffmpeg, folder);
    }

    @Test
    void aGoodClipPassesEveryCheck() throws Exception {
        var order =
                new OrderBuilder(ffmpeg, media.video("talk.mp4", 4))
                        .spoken(new Sentence(500, 1100), WORD)
                        .from(200, 2500)
                        .build();

        var report = report(order, Set.of());

        assertEquals(
                List.of(),
                report.checks().stream().filter(it -> it.verdict() != Verdict.PASS).toList());
        assertEquals(
                EnumSet.allOf(Subject.class),
                EnumSet.copyOf(report.checks().stream().map(Check::subject).toList()));
    }

    @Test
    void aBlackPictureIsExcusedBySpeechAlone() throws Exception {
        var source = film("color=black:s=320x180:r=25:d=2", "sine=d=2");
        assertEquals(
                List.of(Subject.BLACK_PICTURE),
                failed(report(new OrderBuilder(ffmpeg, source).build(), Set.of())));
        var spoken = new OrderBuilder(ffmpeg, source).spoken(new Sentence(500, 1100), WORD).build();
        assertEquals(Verdict.WARN, report(spoken, Set.of()).verdict());
    }

    @Test
    void silenceIsAFaultWhereTheTranscriptHasWords() throws Exception {
        var source = film("testsrc2=s=320x180:r=25:d=2", "anullsrc=r=48000:cl=stereo,atrim=end=2");
        assertEquals(
                Verdict.WARN, report(new OrderBuilder(ffmpeg, source).build(), Set.of()).verdict());
        var spoken = new OrderBuilder(ffmpeg, source).spoken(new Sentence(500, 1100), WORD).build();
        assertEquals(List.of(Subject.SILENCE), failed(report(spoken, Set.of())));
    }

    @Test
    void aStillSourceIsWorthALookOnly() throws Exception {
        var source = film("smptebars=s=320x180:r=25:d=4", "sine=d=4");
        var report = report(new OrderBuilder(ffmpeg, source).from(0, 4000).build(), Set.of());
        assertEquals(
                List.of(Subject.FROZEN_PICTURE),
                report.checks().stream()
                        .filter(it -> it.verdict() != Verdict.PASS)
                        .map(Check::subject)
                        .toList());
    }

    @Test
    void allPrecautionsTogetherGiveAGoodClip() throws Exception {
        var order = new OrderBuilder(ffmpeg, media.video("talk.mp4", 4)).karaoke(WORD).build();
        var report = report(order, EnumSet.allOf(Precaution.class));
        assertEquals(List.of(), report.failed());
    }

    private QualityReport report(ClipOrder order, Set<Precaution> precautions) throws Exception {
        var out = Files.createTempDirectory(folder, "out");
        var clip = renderer.render(order, precautions, out, _ -> {}).getFirst();
        return clip.quality();
    }

    private static List<Subject> failed(QualityReport report) {
        return report.failed().stream().map(Check::subject).toList();
    }

    private Path film(String video, String audio) {
        return media.make(
                "film.mp4",
                List.of("-f", "lavfi", "-i", video, "-f", "lavfi", "-i", audio),
                List.of("-c:v", "libopenh264", "-b:v", "1M", "-pix_fmt", "yuv420p", "-c:a", "aac"));
    }
}
