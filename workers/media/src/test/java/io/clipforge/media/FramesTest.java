package io.clipforge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());

    @TempDir Path folder;
    private SampleMedia media;

    @BeforeEach
    void useTheFolder() {
        media = new SampleMedia(ffmpeg, folder);
    }

    @Test
    void everyFrameComesWithItsTime() throws Exception {
        var file = media.cuts("cuts.mp4", 1, "red", "lime", "blue");
        var length = Duration.ofSeconds(3);
        var request = Frames.Request.all(file, 0, 16, 9, 10, Frames.Pixels.RGB, length);
        var frames = read(request);

        assertEquals(30, frames.size());
        for (int i = 0; i < 30; i++) {
            assertEquals(i, frames.get(i).number());
            assertEquals(i * 100L, frames.get(i).time().toMillis());
            assertEquals(16 * 9 * 3, frames.get(i).pixels().length);
            assertEquals(i / 10, strongestColor(frames.get(i)), "frame " + i);
        }
    }

    @Test
    void aPartIsReadOnTheFilesClock() throws Exception {
        var file = media.cuts("cuts.mp4", 1, "black", "white", "black");
        var request =
                new Frames.Request(
                        file,
                        0,
                        8,
                        8,
                        25,
                        Frames.Pixels.GRAY,
                        Duration.ofMillis(960),
                        Duration.ofMillis(120),
                        false);
        var frames = read(request);

        assertEquals(List.of(960L, 1000L, 1040L), times(frames));
        assertTrue((frames.get(0).pixels()[0] & 0xff) < 40);
        assertTrue((frames.get(1).pixels()[0] & 0xff) > 200);
    }

    private static List<Long> times(List<Frames.Frame> frames) {
        return frames.stream().map(it -> it.time().toMillis()).toList();
    }

    private static List<Frames.Frame> read(Frames.Request request) throws Exception {
        var all = new ArrayList<Frames.Frame>();
        try (var frames = Frames.open(ffmpeg, request)) {
            for (var it = frames.next(); it.isPresent(); it = frames.next()) {
                all.add(it.get());
            }
        }
        return all;
    }

    private static int strongestColor(Frames.Frame frame) {
        int strongest = 0;
        for (int color = 1; color < 3; color++) {
            if ((frame.pixels()[color] & 0xff) > (frame.pixels()[strongest] & 0xff)) {
                strongest = color;
            }
        }
        return strongest;
    }
}
