package io.clipforge.media.captions.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.captions.Caption;
import io.clipforge.media.captions.Word;
import io.clipforge.media.reframe.Size;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Pixmap;
import io.github.humbleui.skija.Surface;
import java.awt.Rectangle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrandFontTest {
    private static final Size VERTICAL = new Size(1080, 1920);

    /** A CFF table with the blocks of an "a" and a "b". */
    private static final String BLOCKS =
            "AQAEAQABAQECQgABAQEPvYv4uvlQBawPi9ISsBEAAAAAAQBCAQADAQEEEBz47A747L0W+Ij5UPyIBg747L0W+Ij5UPyIBg4=";

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /** Around the band, to see what would have been cut off. */
    private static final int MARGIN = 120;

    @Test
    void captionsAreDrawnInTheBrandsFont() throws Exception {
        var ink = ink(BrandFont.of(FontBuilder.blocks(LETTERS).build()), "www", "iii");
        var blocks = ink.getFirst();
        // letters of 600 units each: three of any are as wide as three of any other
        assertEquals(blocks.width, ink.getLast().width, 1);
        var inter = ink(null, "www", "iii");
        assertTrue(inter.getFirst().width > 2 * inter.getLast().width, inter::toString);
    }

    @Test
    void anOpenTypeFontIsDrawnAsATrueTypeOne() throws Exception {
        var font =
                FontBuilder.blocks("ab").table("CFF ", Base64.getDecoder().decode(BLOCKS)).build();
        var trueType = ink(BrandFont.of(font), "ab");
        ByteBuffer.wrap(font).put("OTTO".getBytes(StandardCharsets.US_ASCII));
        var compact = new String(FontFile.cleaned(font), StandardCharsets.ISO_8859_1);
        assertTrue(compact.contains("CFF ") && !compact.contains("glyf"));
        assertEquals(trueType, ink(BrandFont.of(font), "ab"));
    }

    @Test
    void whatTheFontLacksIsDrawnWithTheBundledOnes() throws Exception {
        var font = BrandFont.of(FontBuilder.blocks(LETTERS).build());
        for (var text : List.of("naïve Žluť", "שלום hello", "你好 hello", "hi 👍🏽", "مرحبا hi")) {
            var caption = caption(text);
            try (var painter = painter(font, caption)) {
                assertEquals(0, painter.unknown(caption), text);
                assertTrue(painter.usesNoSystemFont(), text);
            }
        }
    }

    @Test
    void lettersThatReachFarBeyondTheirLinesStayInTheSafeBox() throws Exception {
        var font = new FontBuilder();
        LETTERS.codePoints().forEach(it -> font.letter(it, -400, -700, 900, 1500));
        for (var style : CaptionLook.Style.values()) {
            var caption = caption("some words here");
            var look = look(style, BrandFont.of(font.build()));
            try (var painter = new CaptionPainter(VERTICAL, look, List.of(caption), 0)) {
                var band = new Rectangle(0, 0, SafeBox.of(VERTICAL).width(), band(painter));
                var ink = drawn(painter, caption);
                assertTrue(band.contains(ink), style + ": " + ink + " in " + band);
            }
        }
    }

    @Test
    void aFontIsTrueTypeOrOpenType() {
        refused(new byte[0], "it ends too early");
        refused("wOF2 and so on".getBytes(StandardCharsets.US_ASCII), "as TrueType");
        refused("ttcf\0\1\0\0\0\0\0\2".getBytes(StandardCharsets.US_ASCII), "as TrueType");
        refused("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1), "as TrueType");
        refused(new byte[FontFile.MAX_SIZE + 1], "larger than");
    }

    @Test
    void aFontWhoseNumbersDoNotFitIsRefused() {
        var font = FontBuilder.blocks("ab");
        refused(font.table("hmtx", new byte[4]).build(), "hmtx does not fit");
        refused(FontBuilder.blocks("ab").table("loca", new byte[8]).build(), "loca is too short");
        refused(
                FontBuilder.blocks("ab")
                        .table("loca", ByteBuffer.allocate(16).putInt(12, 1 << 20).array())
                        .build(),
                "loca points outside");
        refused(FontBuilder.blocks("ab").table("head", new byte[54]).build(), "head is none");
        var flat = ByteBuffer.allocate(36).putShort(4, (short) 1).putShort(34, (short) 3).array();
        refused(FontBuilder.blocks("ab").table("hhea", flat).build(), "1 units high");
        var truncated = FontBuilder.blocks("ab").build();
        refused(Arrays.copyOf(truncated, truncated.length - 40), "lies outside of the file");
    }

    @Test
    void aGlyphThatIsMadeOfItselfOrOfFarTooManyIsRefused() {
        refused(FontBuilder.blocks("a").composed('b', 1, 2).build(), "without end");
        refused(FontBuilder.blocks("a").composed('b', 77).build(), "is not there");
        var bomb = FontBuilder.blocks("a");
        for (int i = 1; i < 12; i++) {
            bomb.composed('a' + i, i, i);
        }
        refused(bomb.build(), "of too many");
    }

    @Test
    void onlyWhatIsNeededReachesTheNativeLibrary() throws Exception {
        var program = "PROGRAM OF A STRANGER'S".getBytes(StandardCharsets.US_ASCII);
        var font = FontBuilder.blocks("ab").composed('c', 1, 2);
        for (var name : List.of("fpgm", "prep", "cvt ", "SVG ", "sbix", "gvar", "name", "OS/2")) {
            font.table(name, program);
        }
        var cleaned = new String(FontFile.cleaned(font.build()), StandardCharsets.ISO_8859_1);
        assertTrue(!cleaned.contains("STRANGER") && !cleaned.contains("fpgm"));
        assertTrue(has(BrandFont.of(font.build()), 'c'));
    }

    /** It may be refused or drawn, but it does no harm. */
    @Test
    void damageAnywhereInAFontIsSurvived() throws Exception {
        var sound = FontBuilder.blocks(LETTERS).composed('A', 1, 2).build();
        var random = new Random(7);
        int drawn = 0;
        for (int i = 0; i < 300; i++) {
            var damaged = sound.clone();
            for (int k = 0; k < 1 + i % 4; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                ink(BrandFont.of(damaged), "abc xyz A");
                drawn++;
            } catch (UnreadableFontException refused) {
                assertTrue(!String.valueOf(refused.getMessage()).isEmpty());
            }
        }
        assertTrue(drawn > 50 && drawn < 300, drawn + " of 300 were drawn");
    }

    @Test
    void aFontIsReadFromAFile(@TempDir Path folder) throws Exception {
        var file = Files.write(folder.resolve("house.ttf"), FontBuilder.blocks("a").build());
        assertTrue(has(BrandFont.read(file), 'a'));
        assertTrue(!has(BrandFont.read(file), 'b'));
    }

    private static boolean has(BrandFont font, int codePoint) {
        try (var opened = font.open()) {
            return opened.has(codePoint);
        }
    }

    private static void refused(byte[] font, String because) {
        var problem = assertThrows(UnreadableFontException.class, () -> BrandFont.of(font));
        assertTrue(
                String.valueOf(problem.getMessage()).contains(because),
                () -> problem.getMessage() + " is not " + because);
    }

    private static CaptionLook look(CaptionLook.Style style, @Nullable BrandFont font) {
        return new CaptionLook(
                style, Color.WHITE, Color.parse("#FFD60A"), Color.parse("#1D3557"), font);
    }

    private static CaptionPainter painter(@Nullable BrandFont font, Caption... captions) {
        return new CaptionPainter(
                VERTICAL, look(CaptionLook.Style.CLASSIC, font), List.of(captions), 0);
    }

    private static Caption caption(String text) {
        var words = Arrays.stream(text.split(" ", -1)).map(it -> new Word(it, 0, 9, null)).toList();
        return new Caption(0, 9, List.of(words));
    }

    /** Where each text is drawn, in one size. */
    private static List<Rectangle> ink(@Nullable BrandFont font, String... texts) {
        var captions = Arrays.stream(texts).map(BrandFontTest::caption).toList();
        try (var painter = painter(font, captions.toArray(Caption[]::new))) {
            return captions.stream().map(it -> drawn(painter, it)).toList();
        }
    }

    private static int band(CaptionPainter painter) {
        return SafeBox.of(VERTICAL).bottom() - painter.top();
    }

    /** Where there is ink, on the band's own coordinates, also outside of it. */
    private static Rectangle drawn(CaptionPainter painter, Caption caption) {
        int width = SafeBox.of(VERTICAL).width() + 2 * MARGIN;
        int height = band(painter) + 2 * MARGIN;
        var pixels = new byte[4 * width * height];
        try (var surface = Surface.makeRaster(ImageInfo.makeN32Premul(width, height));
                var pixmap = new Pixmap()) {
            painter.paintAll(surface.getCanvas().clear(0).translate(MARGIN, MARGIN), caption);
            assertTrue(surface.peekPixels(pixmap));
            pixmap.getBuffer().get(pixels);
        }
        var ink = new Rectangle(-1, -1);
        for (int i = 0; i < width * height; i++) {
            if (pixels[4 * i + 3] != 0) {
                ink.add(new Rectangle(i % width - MARGIN, i / width - MARGIN, 1, 1));
            }
        }
        return ink;
    }
}
