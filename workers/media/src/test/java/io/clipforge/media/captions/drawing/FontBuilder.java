package io.clipforge.media.captions.drawing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes TrueType fonts in which each letter is a solid rectangle: 1000 units are an em. */
public final class FontBuilder {
    private static final int ASCENT = 900;
    private static final int DESCENT = -300;

    private record Glyph(ByteBuffer outline, int advance, int left) {}

    private final List<Glyph> glyphs = new ArrayList<>();
    private final Map<Integer, Integer> glyphsByCodePoint = new TreeMap<>();
    private final Map<String, byte[]> more = new TreeMap<>();

    FontBuilder() {
        glyphs.add(new Glyph(ByteBuffer.allocate(0), 500, 0));
    }

    /** A block of 500 by 700 for each of these letters. */
    public static FontBuilder blocks(String letters) {
        var font = new FontBuilder();
        letters.codePoints().forEach(it -> font.letter(it, 50, 0, 550, 700));
        return font;
    }

    /** Takes 600 units of the line. */
    FontBuilder letter(int codePoint, int left, int bottom, int right, int top) {
        var outline = ByteBuffer.allocate(36).putShort((short) 1);
        box(outline, left, bottom, right, top);
        outline.putShort((short) 3).putShort((short) 0).put(new byte[] {1, 1, 1, 1});
        for (int x : new int[] {left, 0, right - left, 0}) {
            outline.putShort((short) x);
        }
        for (int y : new int[] {bottom, top - bottom, 0, bottom - top}) {
            outline.putShort((short) y);
        }
        return glyph(codePoint, new Glyph(outline, 600, left));
    }

    /** A letter that is made of glyphs, counted from 1 in the order in which they were added. */
    FontBuilder composed(int codePoint, int... parts) {
        var outline = ByteBuffer.allocate(10 + 6 * parts.length).putShort((short) -1);
        box(outline, 0, 0, 500, 700);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            outline.putShort((short) (last ? 2 : 0x22)).putShort((short) parts[i]);
            outline.putShort((short) 0);
        }
        return glyph(codePoint, new Glyph(outline, 600, 0));
    }

    /** Adds a table, or replaces one. */
    FontBuilder table(String name, byte[] content) {
        more.put(name, content);
        return this;
    }

    public byte[] build() {
        Map<String, byte[]> tables = new TreeMap<>();
        tables.put("head", head());
        tables.put("hhea", hhea());
        tables.put("maxp", maxp());
        tables.put("hmtx", hmtx());
        tables.put("cmap", cmap());
        tables.put("loca", loca());
        tables.put("glyf", glyf());
        tables.putAll(more);
        return file(tables);
    }

    private FontBuilder glyph(int codePoint, Glyph glyph) {
        glyphsByCodePoint.put(codePoint, glyphs.size());
        glyphs.add(glyph);
        return this;
    }

    private static void box(ByteBuffer outline, int left, int bottom, int right, int top) {
        outline.putShort((short) left).putShort((short) bottom);
        outline.putShort((short) right).putShort((short) top);
    }

    private static byte[] head() {
        var head = ByteBuffer.allocate(54).putInt(0x00010000).putInt(0).putInt(0);
        head.putInt(0x5F0F3CF5).putShort((short) 0).putShort((short) 1000);
        head.position(36);
        box(head, -1000, -1000, 2000, 2000);
        return head.putShort(50, (short) 1).array();
    }

    private byte[] hhea() {
        var hhea = ByteBuffer.allocate(36).putInt(0x00010000);
        hhea.putShort((short) ASCENT).putShort((short) DESCENT);
        return hhea.putShort(34, (short) glyphs.size()).array();
    }

    private byte[] maxp() {
        var maxp = ByteBuffer.allocate(32).putInt(0x00010000).putShort((short) glyphs.size());
        maxp.putShort((short) 4).putShort((short) 1).putShort((short) 400).putShort((short) 100);
        maxp.putShort((short) 1);
        return maxp.putShort(28, (short) 300).putShort(30, (short) 8).array();
    }

    private byte[] hmtx() {
        var hmtx = ByteBuffer.allocate(4 * glyphs.size());
        glyphs.forEach(it -> hmtx.putShort((short) it.advance()).putShort((short) it.left()));
        return hmtx.array();
    }

    private byte[] cmap() {
        int length = 16 + 12 * glyphsByCodePoint.size();
        var cmap = ByteBuffer.allocate(12 + length).putShort((short) 0).putShort((short) 1);
        cmap.putShort((short) 3).putShort((short) 10).putInt(12);
        cmap.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0);
        cmap.putInt(glyphsByCodePoint.size());
        glyphsByCodePoint.forEach(
                (codePoint, glyph) -> cmap.putInt(codePoint).putInt(codePoint).putInt(glyph));
        return cmap.array();
    }

    private byte[] loca() {
        var loca = ByteBuffer.allocate(4 * glyphs.size() + 4).putInt(0);
        int end = 0;
        for (var glyph : glyphs) {
            end += glyph.outline().capacity();
            loca.putInt(end);
        }
        return loca.array();
    }

    private byte[] glyf() {
        var glyf =
                ByteBuffer.allocate(glyphs.stream().mapToInt(it -> it.outline().capacity()).sum());
        glyphs.forEach(it -> glyf.put(it.outline().array()));
        return glyf.array();
    }

    private static byte[] file(Map<String, byte[]> tables) {
        int offset = 12 + 16 * tables.size();
        int size = offset + tables.values().stream().mapToInt(it -> (it.length + 3) / 4 * 4).sum();
        var file = ByteBuffer.allocate(size).putInt(0x00010000).putShort((short) tables.size());
        file.position(12);
        for (var it : tables.entrySet()) {
            file.put(it.getKey().getBytes(StandardCharsets.US_ASCII));
            file.putInt(0).putInt(offset).putInt(it.getValue().length);
            file.put(offset, it.getValue());
            offset += (it.getValue().length + 3) / 4 * 4;
        }
        return file.array();
    }
}
