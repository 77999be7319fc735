package io.clipforge.media.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.captions.Word;
import io.clipforge.media.reframe.Size;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever people upload: the clip passes the gate. */
class SourcesTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final List<String> H264 =
            List.of("-c:v", "libopenh264", "-b:v", "1M", "-pix_fmt", "yuv420p", "-c:a", "aac");
    private static final Size WIDE = new Size(640, 360);
    private static final Size SQUARE = new Size(360, 360);

    @TempDir Path folder;
    private SampleMedia media;

    @BeforeEach
    void useTheFolder() {
        media = new SampleMedia(ffmpeg, folder);
    }

    @Test
    void oddSizes() throws Exception {
        var source =
                media.make(
                        "odd.mkv",
                        lavfi("testsrc2=s=427x241:r=25:d=2,format=yuv444p", "sine=d=2"),
                        List.of("-c:v", "ffv1"));
        rendered(order(source).in(OrderBuilder.SMALL, SQUARE, WIDE));
    }

    @Test
    void aTinyPicture() throws Exception {
        var source =
                media.make(
                        "tiny.mkv",
                        lavfi("testsrc2=s=32x18:r=25:d=2", "sine=d=2"),
                        List.of("-c:v", "ffv1"));
        rendered(order(source).in(OrderBuilder.SMALL, WIDE));
    }

    @Test
    void aPortraitPictureBecomesWide() throws Exception {
        var source =
                media.make("portrait.mp4", lavfi("testsrc2=s=180x320:r=25:d=2", "sine=d=2"), H264);
        rendered(order(source).in(WIDE, OrderBuilder.SMALL));
    }

    @Test
    void aVariableFrameRateBecomesConstant() throws Exception {
        // frames 0, 1, 3, 4, 6 … and none at all for half a second
        var kept = "select='mod(n,3)-2',select='not(between(t,1,1.5))'";
        var source =
                media.make(
                        "phone.mkv",
                        lavfi("testsrc2=s=320x180:r=30:d=3," + kept, "sine=d=3"),
                        List.of("-fps_mode", "vfr", "-c:v", "libopenh264", "-b:v", "1M"));
        var clip = rendered(order(source).from(200, 2800));
        assertEquals(25, clip.measured().frames() / clip.measured().videoSeconds(), 6);
        assertEquals(2.6, clip.measured().videoSeconds(), 0.04);
    }

    @Test
    void ahundredAndTwentyFramesASecondBecomeSixty() throws Exception {
        var source =
                media.make("fast.mp4", lavfi("testsrc2=s=320x180:r=120:d=2", "sine=d=2"), H264);
        assertEquals(120, rendered(order(source)).measured().frames());
    }

    @Test
    void soundThatEndsEarlyGoesOnAsSilence() throws Exception {
        var source =
                media.make(
                        "short-sound.mp4", lavfi("testsrc2=s=320x180:r=25:d=3", "sine=d=1"), H264);
        rendered(order(source).from(0, 2500));
    }

    @Test
    void soundThatBeginsLateWaits() throws Exception {
        var picture = media.silentVideo("silent.mp4", 3);
        var sound = media.tone("tone.wav", 1, 440);
        var source =
                media.make(
                        "late.mkv",
                        List.of(
                                "-i",
                                picture.toString(),
                                "-itsoffset",
                                "1.5",
                                "-i",
                                sound.toString()),
                        List.of("-map", "0:v", "-map", "1:a", "-c:v", "copy", "-c:a", "aac"));
        rendered(order(source).from(0, 2800));
    }

    @Test
    void aPictureThatEndsEarlyStandsStill() throws Exception {
        var source =
                media.make(
                        "short-picture.mp4",
                        lavfi("testsrc2=s=320x180:r=25:d=1", "sine=d=3"),
                        H264);
        assertEquals(62, rendered(order(source).from(0, 2480)).measured().frames());
    }

    @Test
    void aPictureThatBeginsLateIsShownFromTheStart() throws Exception {
        var sound = media.tone("tone.wav", 3, 440);
        var picture = media.silentVideo("silent.mp4", 2);
        var source =
                media.make(
                        "late.mkv",
                        List.of(
                                "-i",
                                sound.toString(),
                                "-itsoffset",
                                "0.7",
                                "-i",
                                picture.toString()),
                        List.of("-map", "1:v", "-map", "0:a", "-c:v", "copy", "-c:a", "aac"));
        rendered(order(source).from(0, 2000));
    }

    @Test
    void monoPlaysOnBothSides() throws Exception {
        var source =
                media.make(
                        "mono.mp4",
                        lavfi("testsrc2=s=320x180:r=25:d=2", "sine=d=2"),
                        H264,
                        List.of("-ac", "1"));
        rendered(order(source));
    }

    @Test
    void surroundSoundBecomesStereo() throws Exception {
        var source =
                media.make(
                        "surround.mkv",
                        lavfi("testsrc2=s=320x180:r=25:d=2", "anoisesrc=d=2:a=0.2"),
                        H264,
                        List.of("-ac", "6"));
        rendered(order(source));
    }

    @Test
    void aFileWithoutSoundGetsSilence() throws Exception {
        var clip = rendered(order(media.silentVideo("silent.mp4", 3)));
        assertEquals(-70, clip.measured().loudness().integratedLufs());
    }

    @Test
    void wideSamplesAreStretched() throws Exception {
        // a disc that is round only when the 2:1 samples are
        var disc = "geq=lum='255*lt(hypot((X-80)*2\\,Y-90)\\,80)':cb=128:cr=128";
        var source =
                media.make(
                        "anamorphic.mkv",
                        lavfi(
                                "color=s=160x180:r=25:d=1,format=yuv420p," + disc + ",setsar=2/1",
                                "sine=d=1"),
                        H264);
        var film = Film.of(ffmpeg, rendered(order(source).from(0, 1000).in(WIDE)).video());
        var round = film.bounds(10, rgb -> (rgb & 0xFF) > 128);
        assertEquals(1.0, round.getWidth() / round.getHeight(), 0.05);
    }

    @Test
    void interlacedPicturesAreJoined() throws Exception {
        var source =
                media.make(
                        "interlaced.mpg",
                        lavfi("testsrc2=s=320x288:r=25:d=2,setfield=tff", "sine=d=2"),
                        List.of("-c:v", "mpeg2video", "-flags", "+ildct+ilme", "-b:v", "2M"));
        var clip = rendered(order(source).from(0, 1600));
        assertEquals(40, clip.measured().frames());
    }

    @Test
    void highDynamicRangeIsBroughtDown() throws Exception {
        var source =
                media.make(
                        "hdr.mkv",
                        lavfi("testsrc2=s=320x180:r=25:d=1,format=yuv420p10le", "sine=d=1"),
                        List.of(
                                "-c:v",
                                "ffv1",
                                "-color_primaries",
                                "bt2020",
                                "-color_trc",
                                "smpte2084",
                                "-colorspace",
                                "bt2020nc"));
        rendered(order(source).from(0, 1000));
    }

    @Test
    void aCoverPictureIsNoVideo() throws Exception {
        var cover =
                media.make(
                        "cover.png",
                        List.of("-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", "1"));
        var sound = media.tone("tone.mp3", 3, 330);
        var source =
                media.make(
                        "song.mp3",
                        List.of(
                                "-i",
                                sound.toString(),
                                "-i",
                                cover.toString(),
                                "-map",
                                "0:a",
                                "-map",
                                "1:v"),
                        List.of("-c", "copy", "-disposition:v:0", "attached_pic"));
        rendered(order(source).from(0, 2500));
    }

    @Test
    void aDamagedFileGivesWhatDecodes() throws Exception {
        var source = media.video("damaged.mp4", 6);
        try (var bytes = new RandomAccessFile(source.toFile(), "rw")) {
            bytes.seek(Files.size(source) / 2);
            bytes.write(new byte[3000]);
        }
        rendered(order(source).from(500, 5500));
    }

    @Test
    void theLastMomentOfAFileMayEndWithIt() throws Exception {
        var source = media.video("talk.mp4", 3);
        rendered(order(source).from(1000, 3000));
    }

    @Test
    void aFolderMayHaveAnyName() throws Exception {
        var strange = Files.createDirectories(folder.resolve("it's 5:3 [a], 'b'; 100%d"));
        var source = media.video("talk.mp4", 3);
        var order = order(source).karaoke(new Word("hi", 100, 900, null)).build();
        var clips = new ClipRenderer(ffmpeg, VideoEncoder.OPENH264).render(order, strange, _ -> {});
        assertEquals(List.of(), clips.getFirst().quality().failed());
    }

    private OrderBuilder order(Path source) {
        return new OrderBuilder(ffmpeg, source).from(200, 1800 + 400);
    }

    private RenderedClip rendered(OrderBuilder order) throws Exception {
        var out = Files.createDirectories(folder.resolve("out"));
        var clips =
                new ClipRenderer(ffmpeg, VideoEncoder.OPENH264).render(order.build(), out, _ -> {});
        for (var clip : clips) {
            assertEquals(List.of(), clip.quality().failed());
            assertTrue(Files.size(clip.thumbnail()) > 100);
        }
        return clips.getFirst();
    }

    private static List<String> lavfi(String video, String audio) {
        return List.of("-f", "lavfi", "-i", video, "-f", "lavfi", "-i", audio);
    }
}
