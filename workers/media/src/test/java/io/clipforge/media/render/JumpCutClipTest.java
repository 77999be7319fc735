package io.clipforge.media.render;

import static io.clipforge.media.render.OrderBuilder.SMALL;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Limits;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.captions.Srt;
import io.clipforge.media.captions.Word;
import io.clipforge.media.cuts.Cut;
import io.clipforge.media.quality.Check;
import io.clipforge.media.quality.SpeechChecks.Sentence;
import io.clipforge.media.quality.Verdict;
import io.clipforge.media.reframe.Face;
import io.clipforge.media.reframe.FaceTrack;
import io.clipforge.media.reframe.Shot;
import io.clipforge.media.reframe.Size;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JumpCutClipTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final Cut BOTH = new Cut(true, true, "en");
    private static final Size WIDE = new Size(640, 360);

    /** One and two, with a filler and pauses between them. */
    private static final Word[] WORDS = {
        new Word("One", 1000, 1470, null),
        new Word("um", 2000, 2400, null),
        new Word("two.", 3530, 4000, null)
    };

    private final ClipRenderer renderer = new ClipRenderer(ffmpeg, VideoEncoder.OPENH264);

    @TempDir Path folder;
    private SampleMedia media;

    @BeforeEach
    void useTheFolder() {
        media = new SampleMedia(ffmpeg, folder);
    }

    @Test
    void pictureSoundAndCaptionsJumpTogether() throws Exception {
        var source = flashes("25");
        var order =
                new OrderBuilder(ffmpeg, source)
                        .in(WIDE)
                        .from(800, 4400)
                        .karaoke(WORDS)
                        .without(BOTH)
                        .build();

        var clip = render(order);

        // 0.8–1.64 and 3.36–4.4
        assertEquals(47, Film.of(ffmpeg, clip.video()).size());
        assertEquals(1.88, clip.measured().videoSeconds(), 1e-3);
        assertEquals(1.88, clip.measured().audioSeconds(), 0.03);
        assertEquals(List.of(5, 26), flashes(clip));
        assertEquals(0.2, tones(clip).getFirst(), 0.02);
        assertEquals(1.01, tones(clip).getLast(), 0.02);
        var cue = Srt.read(Files.readString(clip.srt())).getFirst();
        assertEquals("One two.", cue.text());
        assertEquals(200, cue.startMs());
        assertTrue(cue.endMs() <= 1880);
    }

    @Test
    void atAFractionalRateNothingDrifts() throws Exception {
        var words = new ArrayList<Word>();
        for (long at = 500; at < 9000; at += 1500) {
            words.add(new Word("word", at, at + 400, null));
        }
        var order =
                new OrderBuilder(ffmpeg, beeps("30000/1001"))
                        .in(WIDE)
                        .from(300, 9300)
                        .karaoke(words.toArray(Word[]::new))
                        .without(BOTH)
                        .build();

        var clip = render(order);

        var shown = flashes(clip);
        var heard = tones(clip);
        assertEquals(6, shown.size());
        assertEquals(6, heard.size());
        for (int i = 0; i < 6; i++) {
            assertEquals(shown.get(i) * 1001 / 30000.0, heard.get(i), 0.045, "word " + i);
        }
        assertEquals(clip.measured().videoSeconds(), clip.measured().audioSeconds(), 0.03);
    }

    @Test
    void aMovingCropFollowsAcrossJumps() throws Exception {
        var faces = new ArrayList<Face>();
        for (long at = 0; at < 5000; at += 200) {
            faces.add(new Face(at, 0.1 + 0.7 * at / 5000, 0.3, 0.1, 0.2));
        }
        var shots =
                new Shot[] {
                    new Shot(0, 2600, List.of(new FaceTrack(faces.subList(0, 13)))),
                    new Shot(2600, 5000, List.of(new FaceTrack(faces.subList(13, 25))))
                };
        var filler = new Word("um", 2400, 2800, null);
        var order =
                new OrderBuilder(ffmpeg, media.video("talk.mp4", 5))
                        .in(SMALL)
                        .from(800, 4400)
                        .shots(shots)
                        .spoken(new Sentence(1000, 4000), WORDS[0], filler, WORDS[2])
                        .without(BOTH)
                        .build();

        var clip = render(order);

        // 2.34–2.86, to whole frames
        assertEquals(3.6 - 0.48, clip.measured().videoSeconds(), 1e-3);
        assertTrue(
                clip.quality().checks().stream()
                        .map(Check::verdict)
                        .noneMatch(Verdict.FAIL::equals));
    }

    @Test
    void aSourceWithoutPictureJumpsToo() throws Exception {
        var source = media.tone("tone.wav", 5, 300);
        var order =
                new OrderBuilder(ffmpeg, source)
                        .from(800, 4400)
                        .karaoke(WORDS)
                        .without(new Cut(false, true, "en"))
                        .build();

        var clip = render(order);

        // 1.94 to 2.46, to whole frames
        assertEquals(3.6 - 14 / 30.0, clip.measured().videoSeconds(), 1e-3);
    }

    @Test
    void withNothingToLeaveOutTheClipIsTheSame() throws Exception {
        var source = flashes("25");
        var plain = new OrderBuilder(ffmpeg, source).in(WIDE).from(800, 1640).karaoke(WORDS[0]);

        var whole = render(plain.build());
        var asked = render(plain.without(BOTH).build());

        assertArrayEquals(Files.readAllBytes(whole.video()), Files.readAllBytes(asked.video()));
        try (var files = Files.walk(folder)) {
            for (var graph : files.filter(it -> it.toString().contains("graph-")).toList()) {
                assertFalse(Files.readString(graph).contains("between"));
            }
        }
    }

    private RenderedClip render(ClipOrder order) throws Exception {
        var clip =
                renderer.render(order, Files.createTempDirectory(folder, "out"), _ -> {})
                        .getFirst();
        assertEquals(List.of(), clip.quality().failed());
        return clip;
    }

    /** A film in which every word is a tone and white. */
    private Path flashes(String rate) {
        return film(rate, "between(T,1,1.47)+between(T,2,2.4)+between(T,3.53,4)", 5);
    }

    private Path beeps(String rate) {
        return film(rate, "gte(T,0.5)*lt(mod(T-0.5,1.5),0.4)", 10);
    }

    /** White and loud where the expression says so. */
    private Path film(String rate, String when, int seconds) {
        var picture =
                "color=gray:s=160x90:r=%s:d=%d,format=gray,geq=lum='if(%s,235,80)',format=yuv420p,scale=640:360"
                        .formatted(rate, seconds, when);
        var sound =
                "aevalsrc='(%s)*0.5*sin(2*PI*1000*t)+0.001*sin(2*PI*100*t)':s=48000:d=%d"
                        .formatted(when.replace("T", "t"), seconds);
        return media.make(
                "flashes.mp4",
                List.of("-f", "lavfi", "-i", picture),
                List.of("-f", "lavfi", "-i", sound),
                List.of("-c:v", "libopenh264", "-b:v", "2M", "-c:a", "aac", "-b:a", "192k"));
    }

    /** Frames that become white. */
    private static List<Integer> flashes(RenderedClip clip) throws Exception {
        var film = Film.of(ffmpeg, clip.video());
        var flashes = new ArrayList<Integer>();
        for (int i = 0; i < film.size(); i++) {
            boolean white = (film.at(i, 320, 60) & 0xFF) > 180;
            boolean before = i > 0 && (film.at(i - 1, 320, 60) & 0xFF) > 180;
            if (white && !before) {
                flashes.add(i);
            }
        }
        return flashes;
    }

    /** Seconds at which a tone begins. */
    private static List<Double> tones(RenderedClip clip) throws Exception {
        var log =
                ffmpeg.run(
                                List.of(
                                        "-i",
                                        clip.video().toString(),
                                        "-af",
                                        "highpass=f=500,silencedetect=n=-20dB:d=0.1",
                                        "-f",
                                        "null",
                                        "-"),
                                Limits.glance())
                        .log();
        return Stream.of(log.split("silence_end: "))
                .skip(1)
                .map(it -> Double.parseDouble(it.substring(0, it.indexOf(' '))))
                .filter(it -> it < clip.measured().videoSeconds() - 0.01)
                .toList();
    }
}
