package io.clipforge.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
    private static final Ffmpeg FFMPEG = new Ffmpeg(FfmpegSettings.bundled());

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"25", "30000/1001", "13.7"})
    void itHoldsTheVeryFramesOfTheWholeFromAnyFrameOn(String rate) throws Exception {
        var proxy = proxy(rate, 6);
        var whole = frames(proxy);
        double framesPerSecond = video(proxy).frameRate();
        int first = (int) (2.3 * framesPerSecond);

        var excerpt = excerpt(proxy, first / framesPerSecond, 2);

        var frames = frames(excerpt);
        assertEquals(2 * framesPerSecond, frames.size(), 1.0);
        assertEquals(framesPerSecond, video(excerpt).frameRate(), 1e-3);
        for (int i = 0; i < frames.size(); i++) {
            assertArrayEquals(whole.get(first + i), frames.get(i), "frame " + i);
        }
    }

    @Test
    void itEndsWithTheVideo() throws Exception {
        var excerpt = excerpt(proxy("25", 3), 2, 10);

        assertEquals(Duration.ofSeconds(1), new Probe(FFMPEG).inspect(excerpt).duration());
    }

    private Path proxy(String rate, int seconds) throws Exception {
        var source = "testsrc2=s=320x180:r=%s:d=%d".formatted(rate, seconds);
        var film =
                new SampleMedia(FFMPEG, folder)
                        .make(
                                "film.mp4",
                                List.of("-f", "lavfi", "-i", source, "-c:v", "libopenh264"));
        var info = new Probe(FFMPEG).inspect(film);
        var proxy = folder.resolve("proxy.mp4");
        new Proxy(FFMPEG).make(film, info, Objects.requireNonNull(info.video()), proxy, _ -> {});
        return proxy;
    }

    private Path excerpt(Path proxy, double start, int seconds) throws Exception {
        var file = folder.resolve("excerpt.mp4");
        var from = Duration.ofNanos(Math.round(start * 1e9));
        new Excerpt(FFMPEG).take(proxy, from, Duration.ofSeconds(seconds), file);
        return file;
    }

    private static List<byte[]> frames(Path file) throws Exception {
        var info = new Probe(FFMPEG).inspect(file);
        var video = video(file);
        var request =
                Frames.Request.all(
                        file,
                        video.index(),
                        64,
                        36,
                        video.frameRate(),
                        Frames.Pixels.RGB,
                        info.duration());
        var all = new ArrayList<byte[]>();
        try (var frames = Frames.open(FFMPEG, request)) {
            for (var next = frames.next(); next.isPresent(); next = frames.next()) {
                all.add(next.get().pixels());
            }
        }
        return all;
    }

    private static MediaInfo.Video video(Path file) throws Exception {
        return Objects.requireNonNull(new Probe(FFMPEG).inspect(file).video());
    }
}
