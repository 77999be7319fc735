package io.clipforge.local.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * What is seen, in a frame's caption area, of the plate behind the word being spoken.
 *
 * @param width from its leftmost to its rightmost pixel
 */
record Plate(int pixels, int width) {
    private static final Color HIGHLIGHT = Color.decode(BrandMark.HIGHLIGHT);
    private static final int TOLERANCE = 28;

    static Plate in(BufferedImage frame) {
        int pixels = 0;
        int left = frame.getWidth();
        int right = 0;
        // the watermark, which has the same colour in it, is above
        for (int y = frame.getHeight() / 3; y < frame.getHeight(); y++) {
            for (int x = 0; x < frame.getWidth(); x++) {
                if (highlighted(new Color(frame.getRGB(x, y)))) {
                    pixels++;
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
            }
        }
        return new Plate(pixels, Math.max(0, right - left));
    }

    private static boolean highlighted(Color color) {
        return Math.abs(color.getRed() - HIGHLIGHT.getRed()) < TOLERANCE
                && Math.abs(color.getGreen() - HIGHLIGHT.getGreen()) < TOLERANCE
                && Math.abs(color.getBlue() - HIGHLIGHT.getBlue()) < TOLERANCE;
    }
}
