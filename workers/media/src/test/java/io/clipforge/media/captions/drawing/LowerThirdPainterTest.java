package io.clipforge.media.captions.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.reframe.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowerThirdPainterTest {
    private static final Color ACCENT = Color.parse("#FFD60A");
    private static final Color BAR = Color.parse("#1D3557");
    private static final Size VERTICAL = new Size(1080, 1920);

    private static LowerThird third(String title, @Nullable String subtitle) {
        return new LowerThird(title, subtitle, Color.WHITE, ACCENT, BAR, null);
    }

    @ParameterizedTest
    @CsvSource({"1080, 1920", "1080, 1080", "1080, 1350", "1920, 1080"})
    void itStandsInTheSafeBoxOverTheLineItIsGiven(int width, int height) throws Exception {
        var frame = new Size(width, height);
        var safe = SafeBox.of(frame);
        for (var text :
                List.of(
                        third("Ada", ""),
                        third(
                                "Dr. Ada King, Countess of Lovelace, at the Royal Society, London",
                                "Mathematician, who wrote the first program for a machine that was never built"),
                        third("איידה לאבלייס", "מתמטיקאית"),
                        third("田中 花子 👩‍💻", "エンジニア"),
                        third("أدا لوفلايس", "عالمة رياضيات"))) {
            int bottom = safe.bottom() - 300;
            try (var painter = new LowerThirdPainter(frame, text, safe.top(), bottom)) {
                var image = image(painter, 1);
                assertEquals(bottom, painter.top() + image.getHeight());
                assertTrue(painter.left() >= safe.left(), text.title());
                assertTrue(painter.left() + image.getWidth() <= safe.right(), text.title());
                assertTrue(painter.top() > height / 3, text.title());
                assertTrue(count(image, BAR) > 1000 && count(image, Color.WHITE) > 100);
            }
        }
    }

    @Test
    void whatIsReadToTheLeftBeginsAtTheRight() throws Exception {
        var safe = SafeBox.of(VERTICAL);
        try (var english = new LowerThirdPainter(VERTICAL, third("Ada", "Analyst"), 220, 1200);
                var hebrew = new LowerThirdPainter(VERTICAL, third("איידה", "Ada"), 220, 1200)) {
            assertEquals(safe.left(), english.left());
            var left = image(english, 1);
            assertEquals(ACCENT.opaque(), left.getRGB(4, left.getHeight() / 2));
            var right = image(hebrew, 1);
            assertEquals(safe.right(), hebrew.left() + right.getWidth());
            assertEquals(
                    ACCENT.opaque(), right.getRGB(right.getWidth() - 5, right.getHeight() / 2));
        }
    }

    @Test
    void itShrinksIntoTheRoomThereIs() throws Exception {
        try (var painter = new LowerThirdPainter(VERTICAL, third("Ada", "Analyst"), 1100, 1160)) {
            assertEquals(60, image(painter, 1).getHeight());
            assertEquals(1100, painter.top());
        }
    }

    @Test
    void wordsThatCannotBeReadOnTheBarAreBlackOrWhite() throws Exception {
        var blue = new LowerThird("Ada", null, BAR, ACCENT, BAR, null);
        try (var painter = new LowerThirdPainter(VERTICAL, blue, 220, 1200)) {
            assertTrue(count(image(painter, 1), Color.WHITE) > 100);
        }
    }

    @Test
    void itFades() throws Exception {
        try (var painter = new LowerThirdPainter(VERTICAL, third("Ada", null), 220, 1200)) {
            var half = image(painter, 0.5);
            assertEquals(128, half.getRGB(half.getWidth() / 2, 6) >>> 24, 1);
            var none = image(painter, 0);
            assertEquals(0, none.getRGB(none.getWidth() / 2, 6) >>> 24);
        }
    }

    private static BufferedImage image(LowerThirdPainter painter, double opacity) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(painter.draw(opacity)));
    }

    private static int count(BufferedImage image, Color color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == color.opaque() ? 1 : 0;
            }
        }
        return count;
    }
}
