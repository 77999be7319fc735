package io.clipforge.media.captions.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.captions.Caption;
import io.clipforge.media.captions.Word;
import io.clipforge.media.reframe.Size;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CaptionPainterTest {
    private static final Size VERTICAL = new Size(1080, 1920);
    private static final Color PLATE = Color.parse("#FFD60A");
    private static final Color BOX = Color.parse("#1D3557");
    private static final CaptionLook KARAOKE =
            new CaptionLook(CaptionLook.Style.KARAOKE, Color.WHITE, PLATE, BOX);

    @Test
    void thePlateFollowsTheSpokenWord() throws Exception {
        var caption = caption("left right");
        var first = bounds(draw(caption, 0, KARAOKE), CaptionPainterTest::isPlate);
        var second = bounds(draw(caption, 1, KARAOKE), CaptionPainterTest::isPlate);
        assertTrue(!first.isEmpty() && !second.isEmpty());
        assertTrue(first.getMaxX() < second.getMinX(), first + " and " + second);
        assertTrue(bounds(draw(caption, -1, KARAOKE), CaptionPainterTest::isPlate).isEmpty());
    }

    @Test
    void aClassicCaptionHasNoPlate() throws Exception {
        var classic = new CaptionLook(CaptionLook.Style.CLASSIC, Color.WHITE, PLATE, BOX);
        var image = draw(caption("left right"), 0, classic);
        assertTrue(bounds(image, CaptionPainterTest::isPlate).isEmpty());
        assertTrue(bounds(image, argb -> argb == 0xFFFFFFFF).width > 100);
    }

    @Test
    void everyWordStaysInsideOfTheSafeBox() throws Exception {
        for (var caption :
                List.of(
                        caption("Donaudampfschifffahrtsgesellschaft"),
                        caption("WWWWWWWWWWWWWWWWWWWW", "MMMM MMMM MMMM MMMMM"))) {
            var image = draw(caption, 0, KARAOKE);
            var ink = bounds(image, CaptionPainterTest::isInk);
            assertTrue(ink.x > 0 && ink.y > 0, ink::toString);
            assertTrue(
                    ink.getMaxX() < image.getWidth() && ink.getMaxY() < image.getHeight(),
                    ink::toString);
        }
    }

    @Test
    void theBandStandsInsideOfTheSafeBoxOfEveryShape() throws Exception {
        for (var frame :
                List.of(
                        VERTICAL,
                        new Size(1080, 1080),
                        new Size(1080, 1350),
                        new Size(1920, 1080))) {
            var safe = SafeBox.of(frame);
            try (var painter = new CaptionPainter(frame, KARAOKE, List.of(caption("a", "b")), 0)) {
                var band = read(painter.nothing());
                assertEquals(safe.left(), painter.left());
                assertEquals(safe.width(), band.getWidth());
                assertTrue(painter.top() >= safe.top() + safe.height() / 2);
                assertTrue(painter.top() + band.getHeight() <= safe.bottom());
                assertTrue(bounds(band, CaptionPainterTest::isInk).isEmpty());
            }
        }
    }

    @Test
    void theVerticalSafeBoxIsWhatTheNetworksLeaveFree() {
        assertEquals(new SafeBox(60, 220, 916, 1470), SafeBox.of(VERTICAL));
    }

    @Test
    void captionsStandAboveWhatIsKeptFree() {
        try (var painter = new CaptionPainter(VERTICAL, KARAOKE, List.of(), 0);
                var lifted = new CaptionPainter(VERTICAL, KARAOKE, List.of(), 200)) {
            assertEquals(painter.top() - 200, lifted.top());
        }
    }

    @Test
    void oneLineStandsWhereTheLowerOfTwoStands() throws Exception {
        var both = List.of(caption("xxx", "xxx"), caption("xxx"));
        try (var painter = new CaptionPainter(VERTICAL, KARAOKE, both, 0)) {
            var two = bounds(read(painter.draw(both.get(0), -1)), CaptionPainterTest::isInk);
            var one = bounds(read(painter.draw(both.get(1), -1)), CaptionPainterTest::isInk);
            assertEquals(two.getMaxY(), one.getMaxY(), 1);
            assertTrue(one.height < two.height * 0.7);
        }
    }

    @Test
    void emojiAreInColour() throws Exception {
        assertTrue(
                bounds(draw(caption("😀"), -1, KARAOKE), CaptionPainterTest::isColourful).width
                        > 40);
        assertTrue(
                bounds(draw(caption("plain"), -1, KARAOKE), CaptionPainterTest::isColourful)
                        .isEmpty());
    }

    @Test
    void lettersBeyondEnglishAreDrawn() throws Exception {
        int unknown = ink(draw(caption("\ue000\ue000"), -1, KARAOKE));
        for (var text : List.of("ř", "Жы", "Ωψ", "ượ", "ßÆ")) {
            assertTrue(ink(draw(caption(text), -1, KARAOKE)) != unknown, text);
        }
    }

    @Test
    void coloursAreReadAndContrast() {
        assertEquals(Color.WHITE, Color.parse("#FFFFFF"));
        assertEquals(Color.WHITE, Color.parse("#1D3557").readable());
        assertEquals(Color.parse("#111114"), PLATE.readable());
        assertEquals("0xFFD60A", PLATE.ffmpeg());
    }

    private static BufferedImage draw(Caption caption, int spoken, CaptionLook look)
            throws IOException {
        try (var painter = new CaptionPainter(VERTICAL, look, List.of(caption), 0)) {
            return read(painter.draw(caption, spoken));
        }
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static Rectangle bounds(BufferedImage image, IntPredicate pixel) {
        var bounds = new Rectangle(-1, -1);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (pixel.test(image.getRGB(x, y))) {
                    bounds.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return bounds;
    }

    private static int ink(BufferedImage image) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += isInk(image.getRGB(x, y)) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isPlate(int argb) {
        return argb == PLATE.opaque();
    }

    private static boolean isInk(int argb) {
        return argb >>> 24 > 0;
    }

    private static boolean isColourful(int argb) {
        int red = argb >> 16 & 0xFF;
        int blue = argb & 0xFF;
        return argb >>> 24 == 0xFF && Math.abs(red - blue) > 80;
    }

    private static Caption caption(String... lines) {
        return new Caption(0, 1000, Arrays.stream(lines).map(CaptionPainterTest::words).toList());
    }

    private static List<Word> words(String line) {
        return Arrays.stream(line.split(" ", -1)).map(text -> new Word(text, 0, 1, null)).toList();
    }
}
