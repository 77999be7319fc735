package io.clipforge.media.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.captions.Word;
import io.clipforge.media.captions.drawing.Color;
import io.clipforge.media.captions.drawing.LowerThird;
import io.clipforge.media.captions.drawing.SafeBox;
import io.clipforge.media.reframe.Size;
import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LowerThirdTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final Color BAR = Color.parse("#C01030");
    private static final Size SMALL = new Size(540, 960);
    private static final LowerThird ADA =
            new LowerThird("Ada Lovelace", "Analyst", Color.WHITE, Color.WHITE, BAR, null);

    private final ClipRenderer renderer = new ClipRenderer(ffmpeg, VideoEncoder.OPENH264);

    @TempDir Path folder;
    private Path source;

    @BeforeEach
    void makeTheSource() {
        source =
                new SampleMedia(ffmpeg, folder)
                        .make(
                                "gray.mp4",
                                List.of(
                                        "-f",
                                        "lavfi",
                                        "-i",
                                        "color=gray:s=540x960:r=10:d=6,noise=alls=6:allf=t",
                                        "-f",
                                        "lavfi",
                                        "-i",
                                        "sine=d=6"),
                                List.of("-c:v", "libopenh264", "-b:v", "2M", "-c:a", "aac"));
    }

    @Test
    void itComesAndGoesAboveTheCaptionsInTheSafeBox() throws Exception {
        var words = new ArrayList<Word>();
        for (int i = 0; i < 12; i++) {
            words.add(new Word("word" + i, 100 + 400 * i, 450 + 400 * i, null));
        }
        var order =
                new OrderBuilder(ffmpeg, source)
                        .from(0, 5000)
                        .in(SMALL)
                        .karaoke(words.toArray(Word[]::new))
                        .lowerThird(ADA)
                        .build();

        var clip = render(order);

        var film = Film.of(ffmpeg, clip.video());
        var safe = SafeBox.of(SMALL);
        for (int frame = 0; frame < film.size(); frame++) {
            var bar = bar(film, frame);
            boolean whole = frame >= 8 && frame <= 37;
            boolean gone = frame <= 5 || frame >= 40;
            if (whole || gone) {
                assertEquals(whole, !bar.isEmpty(), "frame " + frame + " " + bar);
            }
            if (whole) {
                var plate = film.bounds(frame, rgb -> Film.like(rgb, OrderBuilder.PLATE.rgb(), 40));
                assertTrue(plate.isEmpty() || bar.getMaxY() < plate.y, bar + " " + plate);
                assertTrue(bar.x >= safe.left() && bar.getMaxX() <= safe.right(), bar::toString);
                assertTrue(bar.y >= safe.top() && bar.height > 40, bar::toString);
            }
        }
        var thumbnail = ImageIO.read(clip.thumbnail().toFile());
        var middle = bar(film, 20);
        int rgb = thumbnail.getRGB((int) middle.getMaxX() - 4, (int) middle.getCenterY());
        assertTrue(!Film.like(rgb & 0xFFFFFF, BAR.rgb(), 60), "the thumbnail has none");
    }

    @Test
    void itStandsAboveAWatermarkAtTheBottomAndIsGoneWithAShortClip() throws Exception {
        var png =
                new SampleMedia(ffmpeg, folder)
                        .make(
                                "mark.png",
                                List.of(
                                        "-f",
                                        "lavfi",
                                        "-i",
                                        "color=blue:s=64x64",
                                        "-frames:v",
                                        "1"));
        var order =
                new OrderBuilder(ffmpeg, source)
                        .from(0, 2000)
                        .in(SMALL)
                        .watermark(new Watermark(png, Watermark.Corner.BOTTOM_LEFT, 1))
                        .lowerThird(ADA)
                        .build();

        var film = Film.of(ffmpeg, render(order).video());

        var bar = bar(film, 12);
        var mark = film.bounds(12, rgb -> (rgb & 0xFF) > 180 && (rgb >> 16) < 90);
        assertTrue(!mark.isEmpty() && bar.getMaxY() < mark.y, bar + " " + mark);
        assertTrue(film.at(19, (int) bar.getMaxX() - 4, (int) bar.getCenterY()) >> 16 < 0xB0);
    }

    private static Rectangle bar(Film film, int frame) {
        return film.bounds(frame, rgb -> Film.like(rgb, BAR.rgb(), 30));
    }

    private RenderedClip render(ClipOrder order) throws Exception {
        var out = Files.createDirectories(folder.resolve("out"));
        var clip = renderer.render(order, out, _ -> {}).getFirst();
        assertEquals(List.of(), clip.quality().failed());
        return clip;
    }
}
