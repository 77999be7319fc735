package io.clipforge.media.captions.drawing;

import java.nio.ByteBuffer;

/**
 * Of what the glyphs of a TrueType font are made. A glyph may be put together from others, and they
 * from others again: a few bytes can ask for more outlines than any machine draws.
 */
final class GlyphParts {
    private static final int DEEPEST = 8;

    /** Of one glyph: many times what a letter with its marks is made of. */
    private static final int MOST = 256;

    private static final int HEADER = 10;
    private static final int WORDS = 0x0001;
    private static final int SCALE = 0x0008;
    private static final int MORE = 0x0020;
    private static final int TWO_SCALES = 0x0040;
    private static final int MATRIX = 0x0080;

    private final ByteBuffer glyf;
    private final int[] offsets;

    /**
     * @param glyf the table
     * @param offsets where each glyph begins in it, and where the last one ends
     */
    GlyphParts(ByteBuffer glyf, int[] offsets) {
        this.glyf = glyf;
        this.offsets = offsets;
    }

    void check() throws UnreadableFontException {
        var counts = new int[offsets.length - 1];
        for (int glyph = 0; glyph < counts.length; glyph++) {
            count(glyph, 0, counts);
        }
    }

    /**
     * How many glyphs one is made of.
     *
     * @param counts what is known already; 0 for what is not
     */
    private int count(int glyph, int depth, int[] counts) throws UnreadableFontException {
        FontFile.require(glyph < counts.length, "a glyph is made of one that is not there");
        FontFile.require(depth <= DEEPEST, "a glyph is made of parts of parts without end");
        if (counts[glyph] == 0) {
            int count = 1;
            int length = offsets[glyph + 1] - offsets[glyph];
            FontFile.require(length == 0 || length >= HEADER, "a glyph is too short");
            if (length > 0 && glyf.getShort(offsets[glyph]) < 0) {
                count += countParts(glyf.slice(offsets[glyph], length), depth, counts);
            }
            FontFile.require(count <= MOST, "a glyph is made of too many");
            counts[glyph] = count;
        }
        return counts[glyph];
    }

    private int countParts(ByteBuffer glyph, int depth, int[] counts)
            throws UnreadableFontException {
        int count = 0;
        int flags;
        glyph.position(HEADER);
        do {
            flags = glyph.getShort();
            count += count(Short.toUnsignedInt(glyph.getShort()), depth + 1, counts);
            FontFile.require(count <= MOST, "a glyph is made of too many");
            glyph.position(glyph.position() + rest(flags));
        } while ((flags & MORE) != 0);
        return count;
    }

    /** Bytes of a part's place and scale. */
    private static int rest(int flags) {
        int place = (flags & WORDS) != 0 ? 4 : 2;
        if ((flags & SCALE) != 0) {
            return place + 2;
        }
        if ((flags & TWO_SCALES) != 0) {
            return place + 4;
        }
        return (flags & MATRIX) != 0 ? place + 8 : place;
    }
}
