package io.clipforge.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.clipforge.media.MediaException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());

    private final Probe probe = new Probe(ffmpeg);

    @TempDir Path folder;
    private SampleMedia media;

    @BeforeEach
    void useTheFolder() {
        media = new SampleMedia(ffmpeg, folder);
    }

    @Test
    void aFilmIsDescribed() throws Exception {
        var file = media.video("film.mp4", 2);

        var info = probe.inspect(file);

        assertEquals("mp4", info.container());
        assertEquals(Files.size(file), info.sizeBytes());
        assertEquals(2.0, SampleMedia.seconds(info.duration()), 0.05);
        var video = Objects.requireNonNull(info.video());
        assertEquals("h264", video.codec());
        assertEquals("640x360", video.width() + "x" + video.height());
        assertEquals(25.0, video.frameRate(), 1e-9);
        var audio = Objects.requireNonNull(info.audio());
        assertEquals("aac", audio.codec());
        assertEquals(48_000, audio.sampleRate());
    }

    @Test
    void aPhonesRotationIsApplied() throws Exception {
        var flat = media.silentVideo("flat.mp4", 1);
        var file =
                media.make(
                        "phone.mp4",
                        List.of("-display_rotation", "90", "-i", flat.toString(), "-c", "copy"));

        var video = Objects.requireNonNull(probe.inspect(file).video());

        assertEquals("360x640", video.width() + "x" + video.height());
        assertEquals(270, video.rotation());
    }

    @Test
    void oblongPixelsAreMadeSquare() throws Exception {
        var file =
                media.make(
                        "pal.mp4",
                        List.of("-f", "lavfi", "-i", "testsrc=s=720x576:d=1,setsar=64/45"),
                        List.of("-c:v", "libopenh264"));

        var video = Objects.requireNonNull(probe.inspect(file).video());

        assertEquals("1024x576", video.width() + "x" + video.height());
    }

    @Test
    void coverArtIsNoVideo() throws Exception {
        var cover =
                media.make(
                        "cover.png",
                        List.of("-f", "lavfi", "-i", "testsrc=s=600x600", "-frames:v", "1"),
                        List.of("-update", "1"));
        var file =
                media.make(
                        "song.mp3",
                        List.of("-f", "lavfi", "-i", "sine=d=3", "-i", cover.toString()),
                        List.of("-map", "0", "-map", "1", "-c:v", "copy"),
                        List.of("-disposition:v", "attached_pic"));

        var info = probe.inspect(file);

        assertNull(info.video());
        assertEquals("mp3", info.container());
        assertEquals("mp3", Objects.requireNonNull(info.audio()).codec());
        assertEquals(3.0, SampleMedia.seconds(info.duration()), 0.06);
    }

    @Test
    void theLargestOfSeveralPicturesAndTheRichestSoundAreUsed() throws Exception {
        var file =
                media.make(
                        "many.mp4",
                        List.of("-f", "lavfi", "-i", "testsrc=s=320x180:d=1"),
                        List.of("-f", "lavfi", "-i", "sine=r=16000:d=1"),
                        List.of("-f", "lavfi", "-i", "testsrc=s=480x270:d=1"),
                        List.of("-f", "lavfi", "-i", "sine=r=48000:d=1"),
                        List.of("-map", "0", "-map", "1", "-map", "2", "-map", "3"),
                        List.of("-disposition", "default", "-c:v", "libopenh264"));

        var info = probe.inspect(file);

        assertEquals(2, Objects.requireNonNull(info.video()).index());
        assertEquals(3, Objects.requireNonNull(info.audio()).index());
    }

    @Test
    void theDefaultPictureGoesBeforeALargerOne() throws Exception {
        var file =
                media.make(
                        "angle.mkv",
                        List.of("-f", "lavfi", "-i", "testsrc=s=480x270:d=1"),
                        List.of("-f", "lavfi", "-i", "testsrc=s=320x180:d=1"),
                        List.of("-map", "0", "-map", "1", "-c:v", "libopenh264"),
                        List.of("-disposition:v:0", "0", "-disposition:v:1", "default"));

        assertEquals(1, Objects.requireNonNull(probe.inspect(file).video()).index());
    }

    @Test
    void aTrackThatStartsLateSaysSo() throws Exception {
        var file =
                media.make(
                        "late.mp4",
                        List.of("-f", "lavfi", "-i", "testsrc=d=2"),
                        List.of("-itsoffset", "0.5", "-f", "lavfi", "-i", "sine=d=1"),
                        List.of("-c:v", "libopenh264"));

        var info = probe.inspect(file);

        assertEquals(0.5, SampleMedia.seconds(Objects.requireNonNull(info.audio()).offset()), 0.03);
        assertEquals(Duration.ZERO, Objects.requireNonNull(info.video()).offset());
    }

    @Test
    void aLengthThatNobodyWroteDownIsMeasured() throws Exception {
        var written = media.video("written.mkv", 3);
        var pipe = folder.resolve("streamed");
        var arguments = new ArrayList<>(List.of("-loglevel", "error", "-i", written.toString()));
        // a live muxer cannot go back to fill in the length
        arguments.addAll(List.of("-c", "copy", "-live", "1", "-f", "matroska", pipe.toString()));
        ffmpeg.run(arguments, Limits.glance());

        var info = probe.inspect(pipe);

        assertEquals("matroska", info.container());
        assertEquals(3.0, SampleMedia.seconds(info.duration()), 0.05);
    }

    @Test
    void whatIsNoMediaIsUnsupported() throws Exception {
        var noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        var picture =
                media.make(
                        "picture.png",
                        List.of("-f", "lavfi", "-i", "testsrc", "-frames:v", "1", "-update", "1"));
        var strangers =
                List.of(
                        new byte[0],
                        "just some text\n".getBytes(UTF_8),
                        "%PDF-1.7\n%....\n".getBytes(UTF_8),
                        "#EXTM3U\n#EXTINF:9,\nfile:///etc/passwd\n".getBytes(UTF_8),
                        noise,
                        Files.readAllBytes(picture));
        for (var stranger : strangers) {
            var file = Files.write(folder.resolve("source"), stranger);

            var failure = assertThrows(MediaException.class, () -> probe.inspect(file));

            assertEquals(Reason.UNSUPPORTED, failure.reason(), failure.log());
        }
    }

    @Test
    void aFilmWithoutItsIndexIsUndecodable() throws Exception {
        var whole = Files.readAllBytes(media.video("film.mp4", 2));
        var file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, 20_000));

        var failure = assertThrows(MediaException.class, () -> probe.inspect(file));

        assertEquals(Reason.UNDECODABLE, failure.reason());
        assertFalse(failure.log().isBlank());
    }
}
