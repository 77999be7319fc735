package io.clipforge.media.captions.drawing;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.BENGALI;
import static java.lang.Character.UnicodeScript.DEVANAGARI;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HEBREW;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.TAMIL;
import static java.lang.Character.UnicodeScript.THAI;

import io.github.humbleui.skija.FontMgr;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.paragraph.FontCollection;
import io.github.humbleui.skija.paragraph.ParagraphBuilder;
import io.github.humbleui.skija.paragraph.ParagraphStyle;
import io.github.humbleui.skija.paragraph.TextStyle;
import io.github.humbleui.skija.paragraph.TypefaceFontProvider;
import java.lang.Character.UnicodeScript;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that a text needs, in order of preference: the brand's, Inter, Noto Sans by script,
 * Twemoji. The system's fonts are asked only for what none of these has, so that a picture does not
 * depend on the machine. For one thread.
 *
 * @param families in order
 * @param complete whether these fonts have every character
 * @param brand absent without one
 * @param overshoot how far the brand's glyphs reach beyond their lines
 */
record Fonts(
        List<String> families,
        boolean complete,
        FontCollection collection,
        BrandFont.@Nullable Opened brand,
        Overshoot overshoot)
        implements AutoCloseable {
    private static final String BRAND = "brand";
    private static final float LINE_HEIGHT = 1.24f;
    private static final float TALL_LINE_HEIGHT = 1.45f;

    /** Above and below lines, for what is painted around them. */
    private static final float EDGE = 0.3f;

    private static final float TALL_EDGE = 0.46f;

    /** Beside a line, for its outline, its shadow and what is drawn behind a word. */
    private static final float MARGIN = 0.25f;

    private static final Map<UnicodeScript, String> BY_SCRIPT =
            Map.of(
                    ARABIC, Typefaces.noto("arabic"),
                    HEBREW, Typefaces.noto("hebrew"),
                    DEVANAGARI, Typefaces.noto("devanagari"),
                    BENGALI, Typefaces.noto("bengali"),
                    TAMIL, Typefaces.noto("tamil"),
                    THAI, Typefaces.noto("thai"));
    private static final String SIMPLIFIED = Typefaces.noto("sc");
    private static final String TRADITIONAL = Typefaces.noto("tc");
    private static final String JAPANESE = Typefaces.noto("jp");
    private static final String KOREAN = Typefaces.noto("kr");

    /** Above this the East Asian fonts begin to know what Inter does not. */
    private static final int FIRST_EAST_ASIAN = 0x1100;

    /**
     * What the brand's glyphs take beyond the room that letters usually have; in ems.
     *
     * @param edge above and below the lines
     * @param aside beside them
     */
    private record Overshoot(float edge, float aside) {
        static final Overshoot NONE = new Overshoot(0, 0);

        /** Glyphs that reach further are cut off. */
        private static final float MOST = 1;

        /** For outline and shadow, and for a word that leaps. */
        private static final float INK = 0.3f;

        static Overshoot of(BrandFont.Reach reach) {
            float line = LINE_HEIGHT / (reach.ascent() + reach.descent());
            float above = reach.above() - line * reach.ascent();
            float below = reach.below() - line * reach.descent();
            return new Overshoot(
                    Math.min(MOST, Math.max(above, below) + INK),
                    Math.min(MOST, reach.aside() + INK));
        }
    }

    /**
     * @param font preferred; absent for the bundled ones only
     */
    static Fonts of(String text, @Nullable BrandFont font) {
        var brand = font == null ? null : font.open();
        var missing = new LinkedHashSet<Integer>();
        text.codePoints().filter(Fonts::isDrawn).forEach(missing::add);
        var families = new LinkedHashSet<String>();
        if (brand != null && missing.removeIf(brand::has)) {
            families.add(BRAND);
        }
        families.add(Typefaces.INTER);
        missing.removeIf(it -> Typefaces.has(Typefaces.INTER, it));
        for (var codePoint : List.copyOf(missing)) {
            var family = BY_SCRIPT.get(UnicodeScript.of(codePoint));
            if (family != null && missing.contains(codePoint)) {
                take(family, missing, families);
            }
        }
        boolean pictures = Emoji.runs(text).stream().anyMatch(Emoji.Run::emoji);
        if (pictures || missing.stream().anyMatch(Character::isEmoji)) {
            missing.removeIf(it -> Typefaces.has(Typefaces.TWEMOJI, it));
            families.add(Typefaces.TWEMOJI);
        }
        for (var family : eastAsian(missing)) {
            take(family, missing, families);
        }
        var overshoot =
                brand != null && families.contains(BRAND)
                        ? Overshoot.of(brand.reach(text))
                        : Overshoot.NONE;
        return new Fonts(
                List.copyOf(families),
                missing.isEmpty(),
                collection(families, brand, missing),
                brand,
                overshoot);
    }

    /** From line to line, in ems. */
    float lineHeight() {
        return tall() ? TALL_LINE_HEIGHT : LINE_HEIGHT;
    }

    /** What is painted above and below lines, in ems. */
    float edge() {
        return Math.max(tall() ? TALL_EDGE : EDGE, overshoot.edge());
    }

    /** What is painted beside lines, in ems. */
    float margin() {
        return Math.max(MARGIN, overshoot.aside());
    }

    /** Starts a paragraph; a stranger's font is drawn without its hints. */
    ParagraphBuilder paragraph(ParagraphStyle style) {
        return new ParagraphBuilder(
                families.contains(BRAND) ? style.disableHinting() : style, collection);
    }

    /** Adds text to a paragraph in pieces that are drawn alike. */
    void add(ParagraphBuilder builder, String text, float size, float spacing, Paint paint) {
        for (var run : Emoji.runs(text)) {
            var names = run.emoji() ? picturesFirst() : families;
            try (var style = new TextStyle()) {
                style.setFontFamilies(names.toArray(String[]::new))
                        .setFontSize(size)
                        .setHeight(lineHeight())
                        .setWordSpacing(spacing)
                        .setForeground(paint);
                builder.pushStyle(style).addText(run.text()).popStyle();
            }
        }
    }

    /** Whether marks stand far above and below the letters. */
    private boolean tall() {
        return families.stream().anyMatch(BY_SCRIPT::containsValue);
    }

    /** The families in the order that suits an emoji. */
    private List<String> picturesFirst() {
        return Stream.concat(Stream.of(Typefaces.TWEMOJI), families.stream()).toList();
    }

    @Override
    public void close() {
        collection.close();
        if (brand != null) {
            brand.close();
        }
    }

    /** Only when it knows something that is still missing: reading it takes time. */
    private static void take(String family, Set<Integer> missing, Set<String> families) {
        if (!missing.isEmpty() && missing.removeIf(it -> Typefaces.has(family, it))) {
            families.add(family);
        }
    }

    /**
     * Characters that these languages share are written differently in each: kana tell Japanese,
     * hangul tell Korean, and of the two ways to write Chinese the one counts that lacks less.
     */
    private static List<String> eastAsian(Set<Integer> missing) {
        if (missing.stream().noneMatch(it -> it >= FIRST_EAST_ASIAN)) {
            return List.of();
        }
        var scripts = new HashSet<UnicodeScript>();
        missing.forEach(it -> scripts.add(UnicodeScript.of(it)));
        if (scripts.contains(HIRAGANA) || scripts.contains(KATAKANA)) {
            return List.of(JAPANESE, TRADITIONAL, SIMPLIFIED, KOREAN);
        }
        if (scripts.contains(HANGUL)) {
            return List.of(KOREAN, TRADITIONAL, SIMPLIFIED, JAPANESE);
        }
        long simplified = lacking(SIMPLIFIED, missing);
        return simplified == 0 || simplified <= lacking(TRADITIONAL, missing)
                ? List.of(SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN)
                : List.of(TRADITIONAL, SIMPLIFIED, JAPANESE, KOREAN);
    }

    private static long lacking(String family, Set<Integer> codePoints) {
        return codePoints.stream().filter(it -> !Typefaces.has(family, it)).count();
    }

    private static FontCollection collection(
            Set<String> families, BrandFont.@Nullable Opened brand, Set<Integer> missing) {
        var provider = new TypefaceFontProvider();
        for (var family : families) {
            var typeface =
                    brand != null && family.equals(BRAND)
                            ? brand.typeface()
                            : Typefaces.get(family);
            provider.registerTypeface(typeface, family);
        }
        return new FontCollection()
                .setAssetFontManager(provider)
                .setDefaultFontManager(FontMgr.getDefault())
                .setEnableFallback(!missing.isEmpty());
    }

    /** Joiners, marks of direction and the like have no picture of their own. */
    private static boolean isDrawn(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && Character.getType(codePoint) != Character.FORMAT
                && !Emoji.isMark(codePoint);
    }
}
