package io.clipforge.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
    @TempDir Path folder;

    @Test
    void everyThumbnailIsShownWholeInItsCell() throws Exception {
        var tall = thumbnail("tall.jpg", 1080, 1920, Color.RED);
        var square = thumbnail("square.jpg", 1080, 1080, Color.BLUE);
        var file = folder.resolve("contact-sheet.jpg");

        ContactSheet.write(
                List.of(
                        new ContactSheet.Cell(tall, "01  0:05–0:27"),
                        new ContactSheet.Cell(square, "02  0:41–1:02")),
                file);

        var sheet = ImageIO.read(file.toFile());
        assertEquals(16 + 2 * 286, sheet.getWidth());
        assertEquals(16 + 536, sheet.getHeight());
        assertLooksLike(Color.RED, sheet, 16 + 135, 16 + 4);
        assertLooksLike(Color.BLACK, sheet, 302 + 135, 16 + 4);
        assertLooksLike(Color.BLUE, sheet, 302 + 135, 16 + 240);
        assertTrue(captionIsWritten(sheet), "white letters under the first thumbnail");
    }

    @Test
    void moreThanARowOfClipsGoesOnBelow() throws Exception {
        var square = thumbnail("square.jpg", 100, 100, Color.GREEN);
        var file = folder.resolve("contact-sheet.jpg");
        ContactSheet.write(
                java.util.Collections.nCopies(7, new ContactSheet.Cell(square, "x")), file);
        var sheet = ImageIO.read(file.toFile());
        assertEquals(16 + 6 * 286, sheet.getWidth());
        assertLooksLike(Color.GREEN, sheet, 16 + 135, 16 + 536 + 240);
    }

    @Test
    void aFileThatIsNoPictureIsRefused() throws Exception {
        var text = Files.writeString(folder.resolve("text.jpg"), "no picture");
        assertThrows(
                IOException.class,
                () ->
                        ContactSheet.write(
                                List.of(new ContactSheet.Cell(text, "x")),
                                folder.resolve("sheet.jpg")));
    }

    private Path thumbnail(String name, int width, int height, Color color) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(color);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var file = folder.resolve(name);
        assertTrue(ImageIO.write(picture, "jpg", file.toFile()));
        return file;
    }

    private static void assertLooksLike(Color expected, BufferedImage sheet, int x, int y) {
        var color = new Color(sheet.getRGB(x, y));
        int difference =
                Math.abs(color.getRed() - expected.getRed())
                        + Math.abs(color.getGreen() - expected.getGreen())
                        + Math.abs(color.getBlue() - expected.getBlue());
        assertTrue(difference < 30, color + " at " + x + "," + y);
    }

    private static boolean captionIsWritten(BufferedImage sheet) {
        for (int y = 500; y < 530; y++) {
            for (int x = 16; x < 286; x++) {
                if (new Color(sheet.getRGB(x, y)).getGreen() > 200) {
                    return true;
                }
            }
        }
        return false;
    }
}
