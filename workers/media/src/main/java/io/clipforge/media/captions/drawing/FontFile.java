package io.clipforge.media.captions.drawing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stranger's TrueType or OpenType file, taken apart before a native library reads it.
 *
 * <p>What draws text must parse the font in this very process, so it gets no stranger's file but a
 * new one: the few tables that shaped outlines need, copied after their sizes, offsets and numbers
 * were held against each other. What runs as a program ({@code fpgm}, {@code prep}), pictures
 * ({@code SVG}, {@code sbix}, …), variations and names are left out; a variable font shows its
 * default instance. Collections and WOFF are refused. Numbers and names of tables: OpenType 1.9.1.
 */
final class FontFile {
    /** Bytes. */
    static final int MAX_SIZE = 10 << 20;

    private static final int TRUETYPE = 0x00010000;
    private static final int OLD_TRUETYPE = tag("true");
    private static final int OPENTYPE = tag("OTTO");
    private static final int HEADER = 12;
    private static final int ENTRY = 16;
    private static final int MAX_TABLES = 64;
    private static final int MAGIC = 0x5F0F3CF5;
    private static final List<String> NEEDED = List.of("head", "hhea", "maxp", "hmtx", "cmap");
    private static final List<String> SHAPING = List.of("GDEF", "GSUB", "GPOS", "kern");

    private final ByteBuffer file;
    private final Map<String, ByteBuffer> tables = new LinkedHashMap<>();

    private FontFile(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    /** The file as it may be given to a native library. */
    static byte[] cleaned(byte[] file) throws UnreadableFontException {
        require(file.length <= MAX_SIZE, "it is larger than " + MAX_SIZE + " bytes");
        try {
            return new FontFile(file).cleaned();
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new UnreadableFontException("it ends too early", e);
        }
    }

    private byte[] cleaned() throws UnreadableFontException {
        int version = file.getInt(0);
        boolean compact = version == OPENTYPE;
        require(
                compact || version == TRUETYPE || version == OLD_TRUETYPE,
                "it does not begin as TrueType or OpenType does");
        read();
        for (var name : NEEDED) {
            require(tables.containsKey(name), "it has no " + name.strip());
        }
        int glyphs = checkMeasures();
        if (compact) {
            require(tables.containsKey("CFF "), "it has no outlines");
            tables.keySet().removeAll(List.of("glyf", "loca"));
        } else {
            checkOutlines(glyphs);
            tables.remove("CFF ");
        }
        return written(compact ? OPENTYPE : TRUETYPE);
    }

    /** Keeps the tables that are needed. */
    private void read() throws UnreadableFontException {
        int count = Short.toUnsignedInt(file.getShort(4));
        require(count <= MAX_TABLES, "it has too many tables");
        long total = 0;
        for (int i = 0; i < count; i++) {
            int entry = HEADER + i * ENTRY;
            var name = name(file.getInt(entry));
            long offset = Integer.toUnsignedLong(file.getInt(entry + 8));
            long length = Integer.toUnsignedLong(file.getInt(entry + 12));
            require(
                    offset >= HEADER + (long) count * ENTRY && offset + length <= file.limit(),
                    name + " lies outside of the file");
            total += length;
            require(total <= file.limit(), "its tables overlap");
            if (isWanted(name)) {
                var table = file.slice((int) offset, (int) length);
                require(tables.put(name, table) == null, name + " is there twice");
            }
        }
    }

    private static boolean isWanted(String name) {
        return NEEDED.contains(name)
                || SHAPING.contains(name)
                || List.of("loca", "glyf", "CFF ").contains(name);
    }

    /** How many glyphs there are. */
    private int checkMeasures() throws UnreadableFontException {
        var head = table("head");
        require(head.limit() >= 54 && head.getInt(12) == MAGIC, "head is none");
        int em = Short.toUnsignedInt(head.getShort(18));
        require(em >= 16 && em <= 16_384, "its em is " + em + " units");
        int glyphs = Short.toUnsignedInt(table("maxp").getShort(4));
        require(glyphs > 0, "it has no glyphs");
        var hhea = table("hhea");
        require(hhea.limit() >= 36, "hhea is too short");
        int line = hhea.getShort(4) - hhea.getShort(6);
        require(
                hhea.getShort(4) > 0 && line >= em / 2 && line <= 4 * em,
                "its lines are " + line + " units high");
        int widths = Short.toUnsignedInt(hhea.getShort(34));
        require(
                widths > 0
                        && widths <= glyphs
                        && table("hmtx").limit() >= 4 * widths + 2 * (glyphs - widths),
                "hmtx does not fit its glyphs");
        return glyphs;
    }

    private void checkOutlines(int glyphs) throws UnreadableFontException {
        require(tables.containsKey("loca") && tables.containsKey("glyf"), "it has no outlines");
        require(table("maxp").limit() >= 32, "maxp is too short");
        boolean wide = table("head").getShort(50) != 0;
        var loca = table("loca");
        require(loca.limit() >= (glyphs + 1) * (wide ? 4 : 2), "loca is too short");
        var offsets = new int[glyphs + 1];
        for (int i = 0; i <= glyphs; i++) {
            long offset =
                    wide
                            ? Integer.toUnsignedLong(loca.getInt(4 * i))
                            : 2L * Short.toUnsignedInt(loca.getShort(2 * i));
            require(
                    offset <= table("glyf").limit() && (i == 0 || offset >= offsets[i - 1]),
                    "loca points outside of glyf");
            offsets[i] = (int) offset;
        }
        new GlyphParts(table("glyf"), offsets).check();
    }

    private byte[] written(int version) throws UnreadableFontException {
        int size = HEADER + tables.size() * ENTRY;
        Map<String, Integer> offsets = new TreeMap<>(); // the directory is in order of names
        for (var it : tables.entrySet()) {
            offsets.put(it.getKey(), size);
            size += (it.getValue().limit() + 3) / 4 * 4;
        }
        int power = Integer.highestOneBit(tables.size());
        var written = ByteBuffer.allocate(size).putInt(version).putShort((short) tables.size());
        written.putShort((short) (power * ENTRY));
        written.putShort((short) Integer.numberOfTrailingZeros(power));
        written.putShort((short) ((tables.size() - power) * ENTRY));
        for (var it : offsets.entrySet()) {
            var table = table(it.getKey());
            // nobody reads the checksum
            written.putInt(tag(it.getKey())).putInt(0).putInt(it.getValue()).putInt(table.limit());
            written.put(it.getValue(), table, 0, table.limit());
        }
        return written.array();
    }

    private ByteBuffer table(String name) throws UnreadableFontException {
        var table = tables.get(name);
        if (table == null) {
            throw new UnreadableFontException("it has no " + name);
        }
        return table;
    }

    static void require(boolean fact, String otherwise) throws UnreadableFontException {
        if (!fact) {
            throw new UnreadableFontException(otherwise);
        }
    }

    private static int tag(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }

    private static String name(int tag) {
        return new String(ByteBuffer.allocate(4).putInt(tag).array(), ISO_8859_1);
    }
}
