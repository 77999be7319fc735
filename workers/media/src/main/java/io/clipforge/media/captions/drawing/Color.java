package io.clipforge.media.captions.drawing;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An opaque colour, sRGB.
 *
 * @param rgb 0xRRGGBB
 */
public record Color(int rgb) {
    public static final Color WHITE = new Color(0xFFFFFF);
    private static final Color INK = new Color(0x111114);
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

    public Color {
        if (rgb < 0 || rgb > 0xFFFFFF) {
            throw new IllegalArgumentException("no colour: " + rgb);
        }
    }

    /**
     * @param hex {@code #RRGGBB}
     */
    public static Color parse(String hex) {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("a colour is #RRGGBB, not " + hex);
        }
        return new Color(HexFormat.fromHexDigits(hex, 1, 7));
    }

    /** As ffmpeg writes it. */
    public String ffmpeg() {
        return "0x%06X".formatted(rgb);
    }

    /** Black or white, whichever reads better on this colour. */
    Color readable() {
        return contrast(WHITE) >= contrast(INK) ? WHITE : INK;
    }

    /** WCAG 2, level AA for large type. */
    boolean readsOn(Color ground) {
        return contrast(ground) >= 3;
    }

    /** Dark around light text and light around dark text. */
    Color outline() {
        return luminance() > 0.18 ? INK : WHITE;
    }

    /** This share of its light, 0 to 1. */
    Color darkened(double light) {
        int red = (int) (light * (rgb >> 16));
        int green = (int) (light * (rgb >> 8 & 0xFF));
        int blue = (int) (light * (rgb & 0xFF));
        return new Color(red << 16 | green << 8 | blue);
    }

    int opaque() {
        return 0xFF000000 | rgb;
    }

    /** WCAG 2: 1 to 21. */
    private double contrast(Color other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(rgb >> 16)
                + 0.7152 * linear(rgb >> 8 & 0xFF)
                + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
