package io.clipforge.media.render;

import static io.clipforge.media.render.OrderBuilder.PLATE;
import static io.clipforge.media.render.OrderBuilder.SMALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Limits;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.captions.Srt;
import io.clipforge.media.captions.WebVtt;
import io.clipforge.media.captions.Word;
import io.clipforge.media.captions.drawing.CaptionLook;
import io.clipforge.media.captions.drawing.SafeBox;
import io.clipforge.media.reframe.Face;
import io.clipforge.media.reframe.FaceTrack;
import io.clipforge.media.reframe.Shot;
import io.clipforge.media.reframe.Size;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipRendererTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final Size SQUARE = new Size(360, 360);
    private static final Size WIDE = new Size(640, 360);
    private static final int RED = 0xFE0000;
    private static final int BLUE = 0x0000FE;

    private final ClipRenderer renderer = new ClipRenderer(ffmpeg, VideoEncoder.OPENH264);

    @TempDir Path folder;
    private SampleMedia media;

    @BeforeEach
    void useTheFolder() {
        media = new SampleMedia(ffmpeg, folder);
    }

    @Test
    void oneRunGivesEveryShapeWithoutFlaws() throws Exception {
        var source = media.video("talk.mp4", 8);
        var progress = new ArrayList<Double>();
        var order =
                new OrderBuilder(ffmpeg, source)
                        .from(1510, 6030)
                        .in(SMALL, SQUARE, WIDE)
                        .karaoke(word("hello", 1600), word("there", 2000))
                        .build();

        var clips = renderer.render(order, folder("out"), progress::add);

        assertEquals(
                List.of(SMALL, SQUARE, WIDE), clips.stream().map(RenderedClip::frame).toList());
        for (var clip : clips) {
            assertEquals(List.of(), clip.quality().failed());
            assertEquals(clip.frame(), clip.measured().size());
            assertEquals(4.52, clip.measured().videoSeconds(), 0.04);
            assertEquals(clip.measured().videoSeconds(), clip.measured().audioSeconds(), 0.04);
            assertEquals("h264 High yuv420p, aac", clip.measured().encoding());
            assertEquals(-14, clip.measured().loudness().integratedLufs(), 1);
            assertTrue(clip.measured().loudness().truePeakDbtp() <= -1);
            assertEquals(1, Srt.read(Files.readString(clip.srt())).size());
            assertEquals(80, WebVtt.read(Files.readString(clip.vtt())).getFirst().startMs());
            var thumbnail = ImageIO.read(clip.thumbnail().toFile());
            assertEquals(clip.frame(), new Size(thumbnail.getWidth(), thumbnail.getHeight()));
        }
        assertEquals(progress.stream().sorted().toList(), progress);
        assertEquals(0.08, progress.getFirst(), 0.001); // sound and captions are there
        assertTrue(progress.getLast() > progress.getFirst());
    }

    @Test
    void everyTrackBeginsAtZeroAndItsTimeNeverGoesBack() throws Exception {
        var clip =
                render(
                        new OrderBuilder(ffmpeg, media.video("talk.mp4", 4))
                                .from(500, 3000)
                                .build());
        for (var stream : List.of("v", "a")) {
            var packets =
                    probe(
                                    clip,
                                    "-select_streams",
                                    stream,
                                    "-show_entries",
                                    "packet=dts",
                                    "-of",
                                    "csv=p=0")
                            .lines()
                            .map(line -> Long.parseLong(line.replace(",", "")))
                            .toList();
            assertTrue(packets.size() > 50);
            assertEquals(packets.stream().distinct().sorted().toList(), packets);
        }
        assertEquals(
                List.of("0.000000", "0.000000"),
                probe(clip, "-show_entries", "stream=start_time", "-of", "csv=p=0")
                        .lines()
                        .toList());
    }

    @Test
    void theClipHoldsExactlyTheFramesOfItsMoment() throws Exception {
        // the n-th frame is as bright as its number tells, in steps that survive encoding
        var source = numbered("numbered.mp4", "30000/1001");
        var clip = render(new OrderBuilder(ffmpeg, source).in(WIDE).from(1001, 2002).build());

        var film = Film.of(ffmpeg, clip.video());

        assertEquals(30, film.size());
        for (int frame = 0; frame < film.size(); frame++) {
            assertEquals((30 + frame) % 20 * 10 + 30, film.at(frame, 320, 180) & 0xFF, 4);
        }
    }

    @Test
    void theSpokenWordIsHighlightedOnItsFramesAndOnlyInTheSafeBox() throws Exception {
        var source =
                media.make("gray.mp4", lavfi("color=gray:s=1280x720:r=30:d=4", "sine=d=4"), h264());
        var frame = new Size(540, 960);
        var first = new Word("first", 1000, 1400, null);
        var second = new Word("second", 1433, 1900, null);
        var clip =
                render(
                        new OrderBuilder(ffmpeg, source)
                                .in(frame)
                                .from(500, 3000)
                                .karaoke(first, second)
                                .build());

        var film = Film.of(ffmpeg, clip.video());

        var safe = SafeBox.of(frame);
        for (int at = 0; at < film.size(); at++) {
            var plate = film.bounds(at, rgb -> Film.like(rgb, PLATE.rgb(), 40));
            boolean spoken = at >= 15 && at < 42; // 500 ms to 1400 ms of the clip
            assertEquals(spoken, !plate.isEmpty(), "frame " + at + " " + plate);
            if (spoken) {
                assertTrue(
                        plate.x >= safe.left() && plate.getMaxX() <= safe.right(), plate::toString);
                assertTrue(
                        plate.y >= safe.top() && plate.getMaxY() <= safe.bottom(), plate::toString);
                boolean onFirst = plate.getCenterX() < (safe.left() + safe.right()) / 2.0;
                assertEquals(at < 28, onFirst, "frame " + at); // the second begins at 933 ms
            }
        }
    }

    @Test
    void wordsThatPopComeAsTheyAreSpokenAndCoarseOnesAreMaskedEverywhere() throws Exception {
        var source =
                media.make("gray.mp4", lavfi("color=gray:s=1280x720:r=30:d=4", "sine=d=4"), h264());
        var first = new Word("first", 1000, 1400, null);
        var coarse = new Word("Shit!", 2000, 2400, null);
        var clip =
                render(
                        new OrderBuilder(ffmpeg, source)
                                .in(new Size(540, 960))
                                .from(500, 3000)
                                .karaoke(first, coarse)
                                .drawn(CaptionLook.Style.POP)
                                .worded(new ClipOrder.Wording(true, true))
                                .build());

        assertEquals("first S***!", Srt.read(Files.readString(clip.srt())).getFirst().text());
        assertTrue(Files.readString(clip.vtt()).contains("S***!"));
        var film = Film.of(ffmpeg, clip.video());
        var early = film.bounds(25, rgb -> Film.like(rgb, PLATE.rgb(), 60));
        var late = film.bounds(55, rgb -> Film.like(rgb, PLATE.rgb(), 60));
        assertTrue(film.bounds(10, rgb -> Film.like(rgb, PLATE.rgb(), 60)).isEmpty());
        assertTrue(!early.isEmpty() && early.getMaxX() < late.getMaxX(), early + " " + late);
    }

    @Test
    void theWindowFollowsTheFaceAndJumpsWithTheCut() throws Exception {
        // left half red, right half blue; a cut after two seconds
        var source =
                media.make(
                        "halves.mp4",
                        List.of(
                                "-f",
                                "lavfi",
                                "-i",
                                "color=red:s=640x360:r=25:d=4,drawbox=x=320:w=320:h=360:c=blue:t=fill",
                                "-f",
                                "lavfi",
                                "-i",
                                "sine=d=4"),
                        h264());
        var order =
                new OrderBuilder(ffmpeg, source)
                        .from(1000, 3000)
                        .shots(
                                new Shot(0, 2000, List.of(face(0, 2000, 0.1))),
                                new Shot(2000, 4000, List.of(face(2000, 4000, 0.8))))
                        .build();

        var film = Film.of(ffmpeg, render(order).video());

        for (int frame = 0; frame < film.size(); frame++) {
            int expected = frame < 25 ? RED : BLUE;
            for (int x : new int[] {2, 135, 267}) {
                assertTrue(Film.like(film.at(frame, x, 240), expected, 30), "frame " + frame);
            }
        }
    }

    @Test
    void withoutAFaceTheWholePictureStandsOnABlurredGround() throws Exception {
        var source =
                media.make("red.mp4", lavfi("color=red:s=640x360:r=25:d=2", "sine=d=2"), h264());
        var film = Film.of(ffmpeg, render(new OrderBuilder(ffmpeg, source).build()).video());
        int ground = film.at(10, 135, 40);
        assertTrue(Film.like(film.at(10, 135, 240), RED, 20));
        assertTrue((ground >> 16) > 100 && (ground >> 16) < 220, Integer.toHexString(ground));
    }

    @Test
    void aWatermarkStandsInItsCornerAsTransparentAsAsked() throws Exception {
        var source =
                media.make(
                        "green.mp4",
                        lavfi("color=0x00A000:s=360x640:r=25:d=1", "sine=d=1"),
                        h264());
        var png =
                media.make(
                        "mark.png",
                        List.of("-f", "lavfi", "-i", "color=white:s=200x100", "-frames:v", "1"));
        var order =
                new OrderBuilder(ffmpeg, source)
                        .from(0, 1000)
                        .in(new Size(540, 960))
                        .watermark(new Watermark(png, Watermark.Corner.TOP_RIGHT, 0.5))
                        .build();
        var film = Film.of(ffmpeg, render(order).video());
        var safe = SafeBox.of(new Size(540, 960));
        var mark = film.bounds(20, rgb -> (rgb & 0xFF) > 60);
        assertEquals(safe.right(), mark.getMaxX(), 1);
        assertEquals(safe.top(), mark.y, 1);
        assertEquals(2.0, mark.getWidth() / mark.getHeight(), 0.1);
        assertEquals(
                0.5 * 255, film.at(20, (int) mark.getCenterX(), (int) mark.getCenterY()) & 0xFF, 8);
    }

    @Test
    void soundAndPictureStayTogether() throws Exception {
        // a flash and a click every second, a frame long
        var source =
                media.make(
                        "sync.mp4",
                        lavfi(
                                "color=0x404040:s=320x180:r=25:d=6,drawbox=c=white:t=fill:enable='lt(mod(t,1),0.03)'",
                                "aevalsrc='if(lt(mod(t,1),0.04),0.5*sin(2*PI*1000*t),0)':s=48000:d=6"),
                        h264());
        var clip = render(new OrderBuilder(ffmpeg, source).in(WIDE).from(2520, 5500).build());
        var film = Film.of(ffmpeg, clip.video());
        int flash = 0;
        while ((film.at(flash, 320, 180) & 0xFF) < 128) {
            flash++;
        }
        assertEquals(firstSound(clip.video()), flash / 25.0, 0.02);
    }

    @Test
    void aClipWithoutAPictureShowsItsSound() throws Exception {
        var source =
                media.make(
                        "talk.m4a",
                        List.of("-f", "lavfi", "-i", "sine=f=300:d=4"),
                        List.of("-c:a", "aac"));
        var clip =
                render(
                        new OrderBuilder(ffmpeg, source)
                                .from(500, 3500)
                                .karaoke(word("hello", 1000))
                                .build());
        assertEquals(List.of(), clip.quality().failed());
        var film = Film.of(ffmpeg, clip.video());
        assertEquals(90, film.size());
        var bars = film.bounds(60, rgb -> Film.like(rgb, PLATE.rgb(), 60));
        assertTrue(bars.getMaxX() <= SMALL.width() / 2.0 + 2 && bars.width > 50, bars::toString);
    }

    @Test
    void aTurnedPictureIsUpright() throws Exception {
        var lying =
                media.make(
                        "lying.mp4",
                        lavfi(
                                "color=red:s=640x360:r=25:d=2,drawbox=w=320:h=360:c=blue:t=fill",
                                "sine=d=2"),
                        h264());
        var turned =
                media.make(
                        "turned.mp4",
                        List.of("-display_rotation", "-90", "-i", lying.toString()),
                        List.of("-c", "copy"));
        var film = Film.of(ffmpeg, render(new OrderBuilder(ffmpeg, turned).build()).video());
        // what was left is above after a turn to the right
        assertTrue(Film.like(film.at(5, 135, 100), BLUE, 30));
        assertTrue(Film.like(film.at(5, 135, 380), RED, 30));
    }

    private RenderedClip render(ClipOrder order) throws Exception {
        var clip = renderer.render(order, folder("out"), _ -> {}).getFirst();
        assertEquals(List.of(), clip.quality().failed());
        return clip;
    }

    private Path folder(String name) throws Exception {
        return Files.createDirectories(folder.resolve(name));
    }

    private Path numbered(String name, String rate) {
        return media.make(
                name,
                lavfi(
                        "color=black:s=320x180:r="
                                + rate
                                + ":d=4,format=gray,geq=lum='mod(N,20)*10+30',format=yuvj420p,scale=out_range=tv,format=yuv420p",
                        "sine=d=4"),
                List.of("-c:v", "libopenh264", "-b:v", "4M", "-g", "17"));
    }

    private static double firstSound(Path clip) throws Exception {
        var log =
                ffmpeg.run(
                                List.of(
                                        "-i",
                                        clip.toString(),
                                        "-af",
                                        "silencedetect=n=-30dB:d=0.2",
                                        "-f",
                                        "null",
                                        "-"),
                                Limits.glance())
                        .log();
        int at = log.indexOf("silence_end: ") + "silence_end: ".length();
        return Double.parseDouble(log.substring(at, log.indexOf(' ', at)));
    }

    private static String probe(RenderedClip clip, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of("-v", "error"));
        all.addAll(List.of(arguments));
        all.add(clip.video().toString());
        return ffmpeg.probe(all, Limits.glance()).output();
    }

    private static Word word(String text, long startMs) {
        return new Word(text, startMs, startMs + 350, null);
    }

    private static FaceTrack face(long startMs, long endMs, double x) {
        var faces = new ArrayList<Face>();
        for (long at = startMs; at < endMs; at += 200) {
            faces.add(new Face(at, x, 0.3, 0.1, 0.2));
        }
        return new FaceTrack(faces);
    }

    private static List<String> lavfi(String video, String audio) {
        return List.of("-f", "lavfi", "-i", video, "-f", "lavfi", "-i", audio);
    }

    private static List<String> h264() {
        return List.of("-c:v", "libopenh264", "-b:v", "2M", "-pix_fmt", "yuv420p", "-c:a", "aac");
    }
}
