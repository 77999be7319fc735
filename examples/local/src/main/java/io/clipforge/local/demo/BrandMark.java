package io.clipforge.local.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** The watermark of the demo's brand kit. */
final class BrandMark {
    static final String PRIMARY = "#1A2B3C";
    static final String TEXT = "#FFFFFF";
    static final String HIGHLIGHT = "#FFD400";

    private static final int WIDTH = 480;
    private static final int HEIGHT = 160;

    private BrandMark() {}

    /** Writes a PNG with a transparent ground. */
    static void write(Path file) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.decode(PRIMARY));
        pen.fillRoundRect(0, 0, WIDTH, HEIGHT, HEIGHT, HEIGHT);
        pen.setColor(Color.decode(HIGHLIGHT));
        pen.fillPolygon(new int[] {56, 56, 116}, new int[] {44, 116, 80}, 3);
        pen.setColor(Color.decode(TEXT));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 56));
        pen.drawString("ClipForge", 136, 100);
        pen.dispose();
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("this Java cannot write PNG");
        }
    }
}
