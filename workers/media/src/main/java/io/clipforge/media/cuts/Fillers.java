package io.clipforge.media.cuts;

import io.clipforge.media.captions.Word;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells filler words: the sounds that people make while they think. Only what means nothing else in
 * the language is one, however long it is drawn ({@code ummm}): never {@code like} or {@code so};
 * in German {@code um} is a preposition, in Portuguese an article. A word in capitals is an
 * abbreviation.
 */
final class Fillers {
    /** Whatever the language is. */
    private static final String ANYWHERE = "u+h+m*|h+m+|e+h+m+|e+r+m+|ä+h+m*|e+u+h+|m{3,}";

    private static final Map<String, String> BY_LANGUAGE =
            Map.of(
                    "en", "u+m+|er|e{2,}r+|a+h+m+",
                    "de", "ö+h+m*|ä+m+|e+m+",
                    "fr", "h+e+u+|h+u+m+",
                    "es", "e{2,}h*|e+m+",
                    "it", "e{2,}h*|e+m+",
                    "pt", "h+u+m+|a+h+n+|h+ã+n*|ã+h+",
                    "nl", "e+h+");

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{M}]+|[^\\p{L}\\p{M}]+$");

    private final Pattern pattern;

    /**
     * @param language BCP 47 tag
     */
    Fillers(String language) {
        var primary = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        var own = BY_LANGUAGE.get(primary);
        this.pattern = Pattern.compile(own == null ? ANYWHERE : ANYWHERE + "|" + own);
    }

    boolean isFiller(Word word) {
        var bare = EDGES.matcher(word.text()).replaceAll("");
        var small = bare.toLowerCase(Locale.ROOT);
        boolean capitals = bare.length() > 1 && bare.equals(bare.toUpperCase(Locale.ROOT));
        return !capitals && pattern.matcher(small).matches();
    }
}
