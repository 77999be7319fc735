package io.clipforge.media.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.reframe.Face;
import io.clipforge.media.reframe.FaceTrack;
import io.clipforge.media.reframe.Shot;
import io.clipforge.media.reframe.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitScreenTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final int RED = 0xFE0000;
    private static final int BLUE = 0x0000FE;

    @TempDir Path folder;

    @Test
    void twoPeopleFarApartShareAnUprightFrameUntilTheNextShot() throws Exception {
        // the left half is red, the right one blue; the second shot has only the left face
        var source =
                new SampleMedia(ffmpeg, folder)
                        .make(
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
                                List.of("-c:v", "libopenh264", "-b:v", "2M", "-c:a", "aac"));
        var frame = new Size(270, 482);
        var order =
                new OrderBuilder(ffmpeg, source)
                        .in(frame)
                        .from(0, 4000)
                        .shots(
                                new Shot(0, 2000, List.of(face(0, 0.1), face(0, 0.8))),
                                new Shot(2000, 4000, List.of(face(2000, 0.1))))
                        .build();

        var clip =
                new ClipRenderer(ffmpeg, VideoEncoder.OPENH264)
                        .render(order, folder, _ -> {})
                        .getFirst();

        assertEquals(List.of(), clip.quality().failed());
        var film = Film.of(ffmpeg, clip.video());
        assertEquals(100, film.size());
        for (int at = 0; at < film.size(); at += 7) {
            int below = at < 50 ? BLUE : RED;
            for (int x : new int[] {4, 135, 265}) {
                assertTrue(Film.like(film.at(at, x, 100), RED, 30), "above at frame " + at);
                assertTrue(Film.like(film.at(at, x, 360), below, 30), "below at frame " + at);
            }
        }
    }

    private static FaceTrack face(long startMs, double x) {
        return new FaceTrack(
                IntStream.range(0, 20)
                        .mapToObj(i -> new Face(startMs + 100L * i, x, 0.3, 0.1, 0.2))
                        .toList());
    }
}
