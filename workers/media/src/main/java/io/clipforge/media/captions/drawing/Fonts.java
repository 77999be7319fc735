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
import io.github.humbleui.skija.paragraph.FontCollection;
import io.github.humbleui.skija.paragraph.TypefaceFontProvider;
import java.lang.Character.UnicodeScript;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The bundled fonts that a text needs, in order of preference: Inter, Noto Sans by script, Twemoji.
 * The system's fonts are asked only for what none of these has, so that a picture does not depend
 * on the machine. For one thread.
 *
 * @param families in order
 * @param complete whether the bundled fonts have every character
 */
record Fonts(List<String> families, boolean complete, FontCollection collection)
        implements AutoCloseable {
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

    static Fonts of(String text) {
        var missing = new LinkedHashSet<Integer>();
        text.codePoints().filter(Fonts::isDrawn).forEach(missing::add);
        var families = new LinkedHashSet<String>();
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
        return new Fonts(List.copyOf(families), missing.isEmpty(), collection(families, missing));
    }

    /** Whether marks stand far above and below the letters. */
    boolean tall() {
        return families.stream().anyMatch(BY_SCRIPT::containsValue);
    }

    /** The families in the order that suits an emoji. */
    List<String> picturesFirst() {
        return Stream.concat(Stream.of(Typefaces.TWEMOJI), families.stream()).toList();
    }

    @Override
    public void close() {
        collection.close();
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

    private static FontCollection collection(Set<String> families, Set<Integer> missing) {
        var provider = new TypefaceFontProvider();
        for (var family : families) {
            provider.registerTypeface(Typefaces.get(family), family);
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
