package io.clipforge.media.render;

import static io.clipforge.media.render.OrderBuilder.SMALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Limits;
import io.clipforge.media.Loudness;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.captions.Srt;
import io.clipforge.media.captions.WebVtt;
import io.clipforge.media.captions.Word;
import io.clipforge.media.captions.drawing.Color;
import io.clipforge.media.captions.drawing.LowerThird;
import io.clipforge.media.reframe.Size;
import io.clipforge.media.sound.FloatReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BumpersTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final Size SQUARE = new Size(360, 360);
    private static final int GREEN = 0x00A040;
    private static final int BLUE = 0x1040C0;
    private static final Word WORD = new Word("Hello.", 1000, 1600, null);

    private final ClipRenderer renderer = new ClipRenderer(ffmpeg, VideoEncoder.OPENH264);

    @TempDir Path folder;
    private SampleMedia media;

    @BeforeEach
    void useTheFolder() {
        media = new SampleMedia(ffmpeg, folder);
    }

    @Test
    void theClipBetweenBumpersIsTheClipAlone() throws Exception {
        var source = media.video("talk.mp4", 4);
        var mark =
                media.make("mark.png", lavfi("color=red:s=64x64"), List.of("-frames:v", "1"))
                        .toAbsolutePath();
        var third =
                new LowerThird("Ada", null, Color.WHITE, Color.WHITE, new Color(0xC01030), null);
        var order =
                new OrderBuilder(ffmpeg, source)
                        .from(0, 2000)
                        .in(SMALL, SQUARE)
                        .karaoke(WORD)
                        .watermark(new Watermark(mark, Watermark.Corner.TOP_LEFT, 1))
                        .lowerThird(third);
        var alone = render("alone", order.build());
        var intro = bumper(film("intro.mp4", GREEN, "30", 1.2, 1000));
        var outro = bumper(film("outro.mov", BLUE, "24000/1001", 1, 2000));

        var clips = render("between", order.between(intro, outro).build());

        for (int i = 0; i < clips.size(); i++) {
            var clip = clips.get(i);
            var film = Film.of(ffmpeg, clip.video());
            var bare = Film.of(ffmpeg, alone.get(i).video());
            assertEquals(30 + 50 + 25, film.size());
            for (int frame = 0; frame < 30; frame++) {
                shows(film, frame, GREEN);
            }
            for (int frame = 0; frame < 50; frame++) {
                double apart = apart(bare.frames().get(frame), film.frames().get(30 + frame));
                assertEquals(0, apart, 0.05, "frame " + frame);
            }
            for (int frame = 80; frame < 105; frame++) {
                shows(film, frame, BLUE);
            }
            assertEquals(4200, clip.measured().duration().toMillis());
            assertEquals(4.2, clip.measured().audioSeconds(), 0.04);
            assertEquals(-14, clip.measured().loudness().integratedLufs(), 1);
            assertTrue(clip.measured().loudness().truePeakDbtp() <= -1);
            assertEquals(2200, Srt.read(Files.readString(clip.srt())).getFirst().startMs());
            assertEquals(2200, WebVtt.read(Files.readString(clip.vtt())).getFirst().startMs());
            assertEquals(0, apart(clip.contactSheet(), alone.get(i).contactSheet()), 0.05);
            assertEquals(0, apart(clip.thumbnail(), alone.get(i).thumbnail()), 0.05);
        }
    }

    @Test
    void theSoundComesWithItsFramesAndSpeechIsAsLoudAsWithout() throws Exception {
        var source =
                media.make(
                        "beep.mp4",
                        lavfi("testsrc=s=640x360:r=30000/1001:d=5"),
                        lavfi("aevalsrc='0.02*sin(2*PI*440*t)*gte(t,1)':s=48000:d=5"),
                        h264());
        var order = new OrderBuilder(ffmpeg, source).from(0, 4004);
        var alone = render("alone", order.build()).getFirst();
        var loud = bumper(film("intro.mp4", GREEN, "25", 2, 1000));

        var clip = render("between", order.between(loud, loud).build()).getFirst();

        assertEquals(60 + 120 + 60, clip.measured().frames());
        double introEnds = 60 * 1001.0 / 30_000;
        assertEquals(introEnds + 1, onset(clip.video(), introEnds + 0.1), 0.01);
        assertEquals(1, onset(alone.video(), 0), 0.01);
        assertEquals(loudest(alone.video(), 20), loudest(clip.video(), 40), 1);
        assertEquals(-14, clip.measured().loudness().integratedLufs(), 1);
    }

    @Test
    void aBlackOrStillOrSilentBumperIsNoFault() throws Exception {
        var source = media.video("talk.mp4", 3);
        var black =
                bumper(media.make("black.mp4", lavfi("color=black:s=640x360:r=25:d=3"), h264()));

        var clip = render("out", new OrderBuilder(ffmpeg, source).between(black, black).build());

        assertEquals(8000, clip.getFirst().measured().duration().toMillis());
        assertEquals("PASS", clip.getFirst().quality().verdict().name());
    }

    @Test
    void aTransparentPictureStandsOnTheGroundAsLongAsItIsTold() throws Exception {
        var source = media.video("talk.mp4", 3);
        var png =
                media.make(
                        "logo.png",
                        lavfi("color=white:s=271x301"),
                        List.of("-vf", "format=rgba,geq=r=255:g=255:b=255:a=255*lt(X\\,100)"),
                        List.of("-frames:v", "1"));
        var outro = new Bumper(png, Duration.ofMillis(1500));

        var clip = render("out", new OrderBuilder(ffmpeg, source).in(SQUARE).between(null, outro));

        var film = Film.of(ffmpeg, clip.video());
        assertEquals(50 + 38, film.size());
        for (int frame : List.of(50, 87)) {
            assertTrue(Film.like(film.at(frame, 80, 180), 0xFFFFFF, 12), "the logo");
            assertTrue(Film.like(film.at(frame, 280, 180), 0x1D3557, 12), "the ground");
        }
        assertTrue(!Film.like(film.at(49, 280, 180), 0x1D3557, 12), "the clip");
        assertEquals("", Files.readString(clip.srt()));
    }

    @Test
    void aPhotographStandsUpright() throws Exception {
        var source = media.video("talk.mp4", 3);
        var jpeg =
                media.make(
                        "photo.jpg",
                        lavfi("color=red:s=320x320"),
                        lavfi("color=blue:s=320x320"),
                        List.of("-filter_complex", "hstack", "-frames:v", "1"));
        var upright = bumper(turnedRight(jpeg));

        var clip =
                render(
                        "out",
                        new OrderBuilder(ffmpeg, source)
                                .in(new Size(640, 360))
                                .between(upright, null));

        var film = Film.of(ffmpeg, clip.video());
        assertTrue(Film.like(film.at(10, 320, 90), 0xFF0000, 40), "its left side is above");
        assertTrue(Film.like(film.at(10, 320, 270), 0x0000FF, 40), "its right side is below");
        assertTrue(!Film.like(film.at(10, 200, 90), 0xFF0000, 40), "beside it is a darker ground");
    }

    @Test
    void aClipWithoutAPictureHasBumpersToo() throws Exception {
        var source = media.tone("talk.mp3", 3, 440);
        var intro = bumper(film("intro.mp4", GREEN, "25", 1, 1000));
        var clip = render("out", new OrderBuilder(ffmpeg, source).between(intro, null));
        var film = Film.of(ffmpeg, clip.video());
        assertEquals(90, film.size());
        shows(film, 29, GREEN);
        assertTrue(Film.like(film.at(31, 5, 5), 0x1D3557, 12), "the audiogram's ground");
    }

    @Test
    void aClipThatCannotBeHeardFailsWhateverItsIntroPlays() throws Exception {
        var source =
                media.make(
                        "mute.mp4",
                        lavfi("testsrc2=s=320x180:r=25:d=2"),
                        lavfi("anullsrc=r=48000:cl=stereo,atrim=end=2"),
                        h264());
        var intro = bumper(film("intro.mp4", GREEN, "25", 2, 1000));
        var order = new OrderBuilder(ffmpeg, source).karaoke(WORD).between(intro, intro).build();
        var out = Files.createDirectory(folder.resolve("out"));
        var failed = renderer.render(order, out, _ -> {}).getFirst().quality().failed();
        assertEquals(List.of("silence"), failed.stream().map(it -> it.subject().code()).toList());
    }

    @Test
    void aClipOfFaintNoiseLeavesItsIntroLoud() throws Exception {
        var source =
                media.make(
                        "hiss.mp4",
                        lavfi("testsrc2=s=320x180:r=25:d=2"),
                        lavfi("aevalsrc='0.0002*(random(0)*2-1)':s=48000:d=2"),
                        h264());
        var intro = bumper(film("intro.mp4", GREEN, "25", 2, 1000));
        var clip = render("out", new OrderBuilder(ffmpeg, source).between(intro, null));
        assertEquals(-14, clip.measured().loudness().integratedLufs(), 1);
        assertTrue(loudest(clip.video(), 30) < -60, "the noise stays faint");
    }

    @Test
    void aLookTellsWhatCanBeShown() throws Exception {
        var film = film("intro.mp4", GREEN, "25", 10, 1000);
        var png = media.make("a.png", lavfi("color=red:s=64x64"), List.of("-frames:v", "1"));
        var jpeg = media.make("a.jpg", lavfi("color=red:s=64x64"), List.of("-frames:v", "1"));
        var half = Files.readAllBytes(png);
        var cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(half, half.length / 2));
        var list = Files.writeString(folder.resolve("list"), "ffconcat version 1.0\nfile a.png");

        for (var fine : List.of(film, png, jpeg)) {
            assertEquals(Bumper.Finding.FINE, bumper(fine).look(ffmpeg), fine.toString());
        }
        assertEquals(
                Bumper.Finding.TOO_LONG,
                bumper(film("long.mp4", GREEN, "25", 10.5, 1000)).look(ffmpeg));
        for (var no :
                List.of(cut, list, media.tone("a.mp3", 2, 440), media.damaged(film, "d.mp4"))) {
            assertEquals(Bumper.Finding.UNREADABLE, bumper(no).look(ffmpeg), no.toString());
        }
    }

    /** With a note of the camera (EXIF) that it is to be turned by 90° clockwise. */
    private Path turnedRight(Path jpeg) throws Exception {
        var note =
                HexFormat.of()
                        .parseHex(
                                "ffe10022"
                                        + "457869660000"
                                        + "49492a0008000000"
                                        + "0100"
                                        + "12010300010000000600"
                                        + "0000"
                                        + "00000000");
        var bytes = Files.readAllBytes(jpeg);
        var file = folder.resolve("turned.jpg");
        try (var output = Files.newOutputStream(file)) {
            output.write(bytes, 0, 2);
            output.write(note);
            output.write(bytes, 2, bytes.length - 2);
        }
        return file;
    }

    private static void shows(Film film, int frame, int color) {
        for (int x = 5; x < film.width(); x += film.width() / 4) {
            int rgb = film.at(frame, x, film.height() / 2);
            assertTrue(Film.like(rgb, color, 12), "frame %d: %06X".formatted(frame, rgb));
        }
    }

    /** Mean difference, of 255. */
    private static double apart(byte[] one, byte[] other) {
        assertEquals(one.length, other.length);
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xFF) - (other[i] & 0xFF));
        }
        return (double) sum / one.length;
    }

    private static double apart(Path one, Path other) throws Exception {
        return apart(grey(one), grey(other));
    }

    private static byte[] grey(Path jpeg) throws Exception {
        var image = ImageIO.read(jpeg.toFile());
        var green = new byte[image.getWidth() * image.getHeight()];
        for (int i = 0; i < green.length; i++) {
            int rgb = image.getRGB(i % image.getWidth(), Math.floorDiv(i, image.getWidth()));
            green[i] = (byte) (rgb >> 8);
        }
        return green;
    }

    /** Seconds at which a file gets loud after a time. */
    private double onset(Path video, double after) throws Exception {
        try (var sound = FloatReader.raw(decoded(video))) {
            var samples = sound.read(Math.round(after * 48_000), 48_000 * 3);
            for (int i = 0; i < samples.length; i++) {
                if (Math.abs(samples[i]) > 0.05) {
                    return after + i / 96_000.0;
                }
            }
        }
        throw new AssertionError("nothing is heard");
    }

    private Path decoded(Path video) throws Exception {
        var raw = video.resolveSibling("decoded.f32");
        var arguments = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        arguments.addAll(Ffmpeg.input(video));
        arguments.addAll(List.of("-map", "0:a", "-ac", "2", "-c:a", "pcm_f32le", "-f", "f32le"));
        arguments.add("file:" + raw);
        ffmpeg.run(arguments, Limits.glance());
        return raw;
    }

    /** Momentary loudness, LUFS, at a tenth of a second of the file. */
    private static double loudest(Path video, int tenth) throws Exception {
        return new Loudness(ffmpeg).momentary(video, 1, Duration.ofSeconds(10)).get(tenth);
    }

    private RenderedClip render(String name, OrderBuilder order) throws Exception {
        return render(name, order.build()).getFirst();
    }

    private List<RenderedClip> render(String name, ClipOrder order) throws Exception {
        var out = Files.createDirectory(folder.resolve(name));
        var clips = renderer.render(order, out, _ -> {});
        for (var clip : clips) {
            assertEquals(List.of(), clip.quality().failed());
        }
        return clips;
    }

    private static Bumper bumper(Path file) {
        return new Bumper(file, Duration.ofSeconds(3));
    }

    /** One colour and one loud tone. */
    private Path film(String name, int color, String rate, double seconds, int hertz) {
        return media.make(
                name,
                lavfi("color=0x%06X:s=480x480:r=%s:d=%s".formatted(color, rate, seconds)),
                lavfi("aevalsrc='0.7*sin(2*PI*%d*t)':s=44100:d=%s".formatted(hertz, seconds)),
                h264());
    }

    private static List<String> lavfi(String source) {
        return List.of("-f", "lavfi", "-i", source);
    }

    private static List<String> h264() {
        return List.of("-c:v", "libopenh264", "-b:v", "1M", "-pix_fmt", "yuv420p", "-c:a", "aac");
    }
}
