package io.clipforge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.MediaException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());

    @TempDir Path folder;
    private SampleMedia media;

    @BeforeEach
    void useTheFolder() {
        media = new SampleMedia(ffmpeg, folder);
    }

    @Test
    void itIsSmallAndHasEveryFrame() throws Exception {
        var file = large("large.mp4", "1920x1080", 30, 2);
        var seen = new ArrayList<Double>();

        var proxy = make(file, seen);

        var video = Objects.requireNonNull(proxy.video());
        assertEquals("640x360", video.width() + "x" + video.height());
        assertEquals(30.0, video.frameRate(), 1e-6);
        assertEquals(2.0, SampleMedia.seconds(proxy.duration()), 0.001);
        assertEquals("h264", video.codec());
        assertNull(proxy.audio());
        assertFalse(seen.isEmpty());
    }

    @Test
    void aPhonesVideoStandsUpright() throws Exception {
        var flat = large("flat.mp4", "1280x720", 25, 1);
        var file =
                media.make(
                        "phone.mp4",
                        List.of("-display_rotation", "90", "-i", flat.toString(), "-c", "copy"));

        var video = Objects.requireNonNull(make(file, new ArrayList<>()).video());

        assertEquals("360x640", video.width() + "x" + video.height());
        assertEquals(0, video.rotation());
    }

    @Test
    void aSmallVideoIsNotEnlargedAndAFastOneIsSlowed() throws Exception {
        var file = large("fast.mp4", "320x240", 60, 1);

        var video = Objects.requireNonNull(make(file, new ArrayList<>()).video());

        assertEquals("320x240", video.width() + "x" + video.height());
        assertEquals(30.0, video.frameRate(), 1e-6);
    }

    @Test
    void aVideoOfWhichNothingDecodesIsUndecodable() throws Exception {
        var file = media.silentVideo("film.mp4", 1);
        var info = new Probe(ffmpeg).inspect(file);
        var bytes = Files.readAllBytes(file);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int index = text.indexOf("moov");
        assertTrue(index > 0);
        Arrays.fill(bytes, text.indexOf("mdat") + 4, index - 4, (byte) 0x55);
        var damaged = Files.write(folder.resolve("damaged"), bytes);

        var failure =
                assertThrows(
                        MediaException.class,
                        () ->
                                new Proxy(ffmpeg)
                                        .make(
                                                damaged,
                                                info,
                                                Objects.requireNonNull(info.video()),
                                                folder.resolve("proxy.mp4"),
                                                _ -> {}));

        assertEquals(Reason.UNDECODABLE, failure.reason());
    }

    @Test
    void aPosterIsAsLargeAsThePictureUpToALimit() throws Exception {
        for (var size : List.of("1920x1080 1280x720", "320x180 320x180")) {
            var from = size.split(" ", 2);
            var file = large("film.mp4", from[0], 25, 1);
            var info = new Probe(ffmpeg).inspect(file);
            var jpeg = folder.resolve("poster.jpg");

            new Poster(ffmpeg).take(file, info, Objects.requireNonNull(info.video()), jpeg);

            var image = ImageIO.read(jpeg.toFile());
            assertEquals(from[1], image.getWidth() + "x" + image.getHeight());
        }
    }

    @Test
    void aPosterIsFoundWhenTheDeclaredLengthIsWrong() throws Exception {
        var file = large("film.mp4", "320x180", 25, 1);
        var info = new Probe(ffmpeg).inspect(file).withDuration(Duration.ofHours(1));
        var jpeg = folder.resolve("poster.jpg");

        new Poster(ffmpeg).take(file, info, Objects.requireNonNull(info.video()), jpeg);

        assertNotNull(ImageIO.read(jpeg.toFile()));
    }

    private MediaInfo make(Path file, List<Double> seen) throws Exception {
        var info = new Probe(ffmpeg).inspect(file);
        var video = Objects.requireNonNull(info.video());
        return new Proxy(ffmpeg).make(file, info, video, folder.resolve("proxy.mp4"), seen::add);
    }

    private Path large(String name, String size, int rate, int seconds) {
        var source = "testsrc2=s=%s:r=%d:d=%d".formatted(size, rate, seconds);
        return media.make(name, List.of("-f", "lavfi", "-i", source, "-c:v", "libopenh264"));
    }
}
