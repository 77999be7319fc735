package io.clipforge.media.captions.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.captions.Caption;
import io.clipforge.media.captions.CaptionRules;
import io.clipforge.media.captions.Captioner;
import io.clipforge.media.captions.Word;
import io.clipforge.media.reframe.Size;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Pixmap;
import io.github.humbleui.skija.Surface;
import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captions in every style, shape and script, looked at pixel by pixel. */
class EveryScriptTest {
    private static final Color TEXT = Color.WHITE;
    private static final Color HIGHLIGHT = Color.parse("#FFD60A");
    private static final Color RED = Color.parse("#FF3030");
    private static final Color PLATE = Color.parse("#1D35F7");
    private static final Color BOX = Color.parse("#1D3557");

    /** Of the frame's shorter side: 45 pixels of 1080. */
    private static final double LEGIBLE = 0.0415;

    /** Around the band, to see what would have been cut off. */
    private static final int MARGIN = 120;

    private static final List<Size> SHAPES =
            List.of(
                    new Size(1080, 1920),
                    new Size(1080, 1080),
                    new Size(1080, 1350),
                    new Size(1920, 1080));

    private static final Map<String, String> TEXTS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("Latin", "Ängstlich jagt Żółw Ñandú. “Quoted,” gjpqy!"),
                            Map.entry("Vietnamese", "Tiếng Việt ấm ặ Ữ nghiêng"),
                            Map.entry("Greek and Cyrillic", "Ωκεανός Ψηφίδα Щёголь Їжак"),
                            Map.entry("Arabic", "مرحبا بالعالم، كيف حالكم؟ هٰذَا جَمِيلٌ جِدًّا"),
                            Map.entry("Persian", "سلام، چگونه‌اید؟ پژوهشگران ۱۲۳"),
                            Map.entry("Hebrew", "שלום לכולם, מה שלומכם? שָׁלוֹם"),
                            Map.entry("Devanagari", "नमस्ते दुनिया, क्षत्रिय र्ट्रू ज्ञान।"),
                            Map.entry("Bengali", "আমার সোনার বাংলা, ক্ষুদ্র"),
                            Map.entry("Tamil", "வணக்கம் உலகம் ஸ்ரீ கௌ"),
                            Map.entry("Thai", "สวัสดีชาวโลกทั้งหลายผู้ใหญ่"),
                            Map.entry("Chinese", "今天天气很好，我们一起去公园散步吧！"),
                            Map.entry("traditional Chinese", "今天天氣很好，龍龜與體驗讓我們驚豔。"),
                            Map.entry("Japanese", "今日は、とても良い天気ですね。「はい」と言った。カタカナー"),
                            Map.entry("Korean", "안녕하세요, 세계 여러분! 뷁 쀍"),
                            Map.entry(
                                    "emoji",
                                    "Nice 👨‍👩‍👧‍👦 🇩🇪🇯🇵 👍🏽 ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 😀"),
                            Map.entry("signs", "♪ la la ♪ € ₹ ₿ → ✓ ★ ½ … — “ok”"),
                            Map.entry("wide letters", "WWWWWWWWWWWWWWWWWWWW MMMM MMMM MMMM MMMMM"),
                            Map.entry(
                                    "a long word",
                                    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"),
                            Map.entry(
                                    "mixed directions",
                                    "The word שלום means peace, و السلام عليكم too 123")));

    @ParameterizedTest
    @EnumSource
    void everythingIsDrawnWhollyWithinTheSafeBoxInLegibleType(CaptionLook.Style style) {
        for (var shape : SHAPES) {
            for (var script : TEXTS.entrySet()) {
                check(style, shape, script);
            }
        }
    }

    @Test
    void everyEmojiIsOnePicture() {
        for (var emoji :
                List.of(
                        "😀",
                        "👨‍👩‍👧‍👦",
                        "🇩🇪",
                        "👍🏽",
                        "❤️",
                        "☀️",
                        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                        "🏳️‍🌈",
                        "1️⃣")) {
            var ink = ink(emoji, 0, 0);
            assertTrue(ink.width > 20 && ink.width <= 110 && ink.height > 40, emoji + ": " + ink);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"left right, so", "שלום לכולם, כן", "مرحبا بالعالم، نعم", "The שלום, word"})
    void thePlateStandsBehindTheLettersOfItsWord(String text) {
        var words = text.split(" ", -1);
        for (int spoken = 0; spoken < words.length; spoken++) {
            var plate = ink(text, spoken, PLATE.opaque());
            var letters = ink(text, spoken, Color.WHITE.opaque());
            assertTrue(plate.contains(letters), text + " " + spoken + ": " + plate + letters);
            assertTrue(
                    letters.width > plate.width * 0.6,
                    text + " " + spoken + ": " + plate + letters);
        }
    }

    /**
     * Where a colour is.
     *
     * @param argb 0 for whatever there is
     */
    private static Rectangle ink(String text, int spoken, int argb) {
        var words = Arrays.stream(text.split(" ", -1)).map(it -> new Word(it, 0, 1, null)).toList();
        var caption = new Caption(0, 1000, List.of(words));
        var style = argb == 0 ? CaptionLook.Style.BOX : CaptionLook.Style.KARAOKE;
        var look = new CaptionLook(style, RED, PLATE, BOX);
        var ink = new Rectangle(-1, -1);
        try (var painter = new CaptionPainter(SHAPES.getFirst(), look, List.of(caption), 0)) {
            var image = ImageIO.read(new ByteArrayInputStream(painter.draw(caption, spoken)));
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int pixel = image.getRGB(x, y);
                    boolean counts =
                            argb == 0
                                    ? pixel >>> 24 == 255 && pixel != BOX.opaque()
                                    : pixel == argb;
                    if (counts) {
                        ink.add(new Rectangle(x, y, 1, 1));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ink;
    }

    private static void check(
            CaptionLook.Style style, Size shape, Map.Entry<String, String> script) {
        var where =
                "%s, %dx%d, %s".formatted(style, shape.width(), shape.height(), script.getKey());
        var captions = captions(script.getValue(), shape);
        var look = new CaptionLook(style, TEXT, HIGHLIGHT, BOX);
        try (var painter = new CaptionPainter(shape, look, captions, 0)) {
            assertTrue(painter.usesNoSystemFont(), where);
            for (var caption : captions) {
                assertEquals(0, painter.unknown(caption), where + ": characters without a picture");
                double legible = LEGIBLE * Math.min(shape.width(), shape.height());
                assertTrue(
                        painter.typeSize(caption) >= legible,
                        where + ": " + painter.typeSize(caption));
                new Drawn(painter, shape, caption).check(where);
            }
        }
    }

    /** A picture of the whole frame and what is around it. */
    private static final class Drawn {
        private final byte[] pixels;
        private final int width;
        private final int height;
        private final SafeBox safe;
        private final int top;

        Drawn(CaptionPainter painter, Size shape, Caption caption) {
            this.safe = SafeBox.of(shape);
            this.top = painter.top();
            this.width = safe.width() + 2 * MARGIN;
            this.height = safe.bottom() - top + 2 * MARGIN;
            var info = ImageInfo.makeN32Premul(width, height);
            this.pixels = new byte[4 * width * height];
            try (var surface = Surface.makeRaster(info);
                    var pixmap = new Pixmap()) {
                var canvas = surface.getCanvas().clear(0).translate(MARGIN, MARGIN);
                painter.paintAll(canvas, caption);
                assertTrue(surface.peekPixels(pixmap));
                pixmap.getBuffer().get(pixels);
            }
            assertEquals(safe.left(), painter.left());
        }

        void check(String where) {
            assertTrue(top >= safe.top(), where + ": above the safe box");
            int within = 0;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if (pixels[4 * (y * width + x) + 3] != 0) {
                        boolean inside =
                                x >= MARGIN
                                        && x < width - MARGIN
                                        && y >= MARGIN
                                        && y < height - MARGIN;
                        int px = x - MARGIN;
                        int py = y - MARGIN;
                        assertTrue(inside, () -> where + ": cut off at " + px + ", " + py);
                        within++;
                    }
                }
            }
            assertTrue(within > 1000, where + ": nothing is drawn");
        }
    }

    private static List<Caption> captions(String text, Size shape) {
        var rules = shape.ratio() > 1.3 ? CaptionRules.wide() : CaptionRules.narrow();
        var words = new ArrayList<Word>();
        for (var word : text.split(" ", -1)) {
            words.add(new Word(word, words.size() * 400L, words.size() * 400L + 400, null));
        }
        return new Captioner(rules).captions(words, 0, words.size() * 400L);
    }
}
