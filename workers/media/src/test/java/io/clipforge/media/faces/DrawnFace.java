package io.clipforge.media.faces;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/**
 * Draws a face that shows what detectors look for: dark eyes under brows, a light nose, a mouth.
 */
public final class DrawnFace {
    private static final Color SKIN = new Color(0xE0AC86);
    private static final Color SHADE = new Color(0xB9855F);
    private static final Color HAIR = new Color(0x3A2618);

    private DrawnFace() {}

    /** A plain room. */
    public static BufferedImage room(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setPaint(
                new GradientPaint(0, 0, new Color(0x5F7F9F), 0, height, new Color(0x31485F)));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    /** Adds a face; its centre lies between the nose and the eyes. */
    public static void draw(BufferedImage image, double centerX, double centerY, double size) {
        var graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.translate(centerX, centerY);
        graphics.scale(size / 100, size / 100);
        oval(graphics, HAIR, 0, -18, 100, 112);
        oval(graphics, SHADE, 0, 62, 44, 60);
        oval(graphics, SKIN, 0, 4, 86, 116);
        for (int side = -1; side <= 1; side += 2) {
            oval(graphics, HAIR, side * 20, -22, 26, 6);
            oval(graphics, SHADE, side * 20, -10, 26, 16);
            oval(graphics, Color.WHITE, side * 20, -9, 20, 10);
            oval(graphics, Color.BLACK, side * 20, -9, 9, 10);
        }
        oval(graphics, new Color(0xEBC09C), 0, 6, 12, 30);
        oval(graphics, SHADE, 0, 21, 18, 6);
        oval(graphics, new Color(0x9C4A45), 0, 38, 34, 9);
        graphics.dispose();
    }

    /** As a detector takes it. */
    static byte[] rgb(BufferedImage image) {
        var pixels = new byte[3 * image.getWidth() * image.getHeight()];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                var color = new Color(image.getRGB(x, y));
                pixels[at++] = (byte) color.getRed();
                pixels[at++] = (byte) color.getGreen();
                pixels[at++] = (byte) color.getBlue();
            }
        }
        return pixels;
    }

    private static void oval(
            Graphics2D graphics, Color color, double x, double y, double width, double height) {
        graphics.setColor(color);
        graphics.fill(new Ellipse2D.Double(x - width / 2, y - height / 2, width, height));
    }
}
