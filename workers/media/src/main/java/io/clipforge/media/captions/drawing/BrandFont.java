package io.clipforge.media.captions.drawing;

import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.Font;
import io.github.humbleui.skija.FontMgr;
import io.github.humbleui.skija.Typeface;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer's font. What it lacks is drawn with the bundled ones.
 *
 * <p>It is checked and rewritten before a native library sees it, and drawn without hinting, so
 * that no program in it is run; no copy of it is written to a folder.
 */
public final class BrandFont {
    private final byte[] file;

    private BrandFont(byte[] file) {
        this.file = file;
    }

    /**
     * @param file a TrueType or OpenType font of at most 10 MiB; a stranger's file
     * @throws UnreadableFontException when it is none
     */
    public static BrandFont read(Path file) throws UnreadableFontException, IOException {
        if (Files.size(file) > FontFile.MAX_SIZE) {
            throw new UnreadableFontException("it is larger than " + FontFile.MAX_SIZE + " bytes");
        }
        return of(Files.readAllBytes(file));
    }

    static BrandFont of(byte[] file) throws UnreadableFontException {
        var font = new BrandFont(FontFile.cleaned(file));
        try (var typeface = font.typeface()) {
            if (typeface == null) {
                throw new UnreadableFontException("its outlines cannot be read");
            }
            return font;
        }
    }

    Opened open() {
        return new Opened(Objects.requireNonNull(typeface()));
    }

    private @Nullable Typeface typeface() {
        try (var data = Data.makeFromBytes(file)) {
            return FontMgr.getDefault().makeFromData(data);
        }
    }

    /**
     * How far glyphs reach beyond their lines, in ems.
     *
     * @param ascent of a line above its baseline
     * @param descent of a line below it
     * @param above the baseline, of the highest glyph
     * @param below the baseline, of the deepest glyph
     * @param aside beyond its own width, of any glyph
     */
    record Reach(float ascent, float descent, float above, float below, float aside) {}

    /** As text is drawn with it. */
    record Opened(Typeface typeface) implements AutoCloseable {
        /** What its glyphs are measured in: pixels an em. */
        private static final float EM = 100;

        boolean has(int codePoint) {
            return typeface.getUTF32Glyph(codePoint) != 0;
        }

        /** Of the glyphs of a text. */
        Reach reach(String text) {
            var glyphs = typeface.getUTF32Glyphs(text.codePoints().distinct().toArray());
            try (var font = new Font(typeface, EM)) {
                var metrics = font.getMetrics();
                var widths = font.getWidths(glyphs);
                var bounds = font.getBounds(glyphs);
                float above = 0;
                float below = 0;
                float aside = 0;
                for (int i = 0; i < glyphs.length; i++) {
                    above = Math.max(above, -bounds[i].getTop());
                    below = Math.max(below, bounds[i].getBottom());
                    aside = Math.max(aside, -bounds[i].getLeft());
                    aside = Math.max(aside, bounds[i].getRight() - widths[i]);
                }
                return new Reach(
                        -metrics.getAscent() / EM,
                        metrics.getDescent() / EM,
                        above / EM,
                        below / EM,
                        aside / EM);
            }
        }

        @Override
        public void close() {
            typeface.close();
        }
    }
}
