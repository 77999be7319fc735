package io.clipforge.media.render;

import static io.clipforge.media.render.OrderBuilder.SMALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.reframe.Size;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final int RED = 0xC80000;
    private static final int GREEN = 0x00A000;
    private static final int SLACK = 12;

    @TempDir Path folder;

    @Test
    void itShowsEightFramesInOrderAndInTheirColours() throws Exception {
        var source = halfRedHalfGreen(80);
        var wide = new Size(640, 360);
        var order = new OrderBuilder(ffmpeg, source).from(0, 3200).in(wide, SMALL).build();

        var clips = new ClipRenderer(ffmpeg, VideoEncoder.OPENH264).render(order, folder, _ -> {});

        var ofWide = ImageIO.read(clips.getFirst().contactSheet().toFile());
        assertEquals(800, ofWide.getWidth());
        assertEquals(4 * 226, ofWide.getHeight());
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 2; column++) {
                int expected = row < 2 ? RED : GREEN;
                assertLike(expected, ofWide, 400 * column + 200, 226 * row + 112);
            }
        }
        var ofSmall = ImageIO.read(clips.getLast().contactSheet().toFile());
        assertEquals(4 * 226, ofSmall.getWidth());
        assertEquals(800, ofSmall.getHeight());
        assertLike(RED, ofSmall, 3 * 226 + 112, 200);
        assertLike(GREEN, ofSmall, 112, 600);
        var thumbnail = ImageIO.read(clips.getFirst().thumbnail().toFile());
        assertLike(GREEN, thumbnail, 320, 180);
    }

    @Test
    void aClipOfFewerFramesLeavesTheRestEmpty() throws Exception {
        var order = new OrderBuilder(ffmpeg, halfRedHalfGreen(80)).from(0, 160).build();

        var clips = new ClipRenderer(ffmpeg, VideoEncoder.OPENH264).render(order, folder, _ -> {});

        var sheet = ImageIO.read(clips.getFirst().contactSheet().toFile());
        assertEquals(4 * 226, sheet.getWidth());
        assertLike(RED, sheet, 3 * 226 + 112, 200);
        assertLike(0x000000, sheet, 112, 600);
    }

    private Path halfRedHalfGreen(int frames) {
        var picture =
                "color=0xC80000:s=640x360:r=25,trim=end_frame=%d,drawbox=c=0x00A000:t=fill:enable='gte(n,%d)'"
                        .formatted(frames, frames / 2);
        return new SampleMedia(ffmpeg, folder)
                .make(
                        "halves.mp4",
                        List.of("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", "sine=d=3.2"),
                        List.of("-c:v", "libopenh264", "-b:v", "4M", "-c:a", "aac"));
    }

    private static void assertLike(int expected, BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y) & 0xFFFFFF;
        assertTrue(
                Film.like(rgb, expected, SLACK),
                "%06x instead of %06x at %d, %d".formatted(rgb, expected, x, y));
    }
}
