package io.clipforge.media.captions.vtt;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Character references of HTML; one that names no character is U+FFFD. */
final class References {
    /** A surrogate on its own; a pair is another character. */
    private static final Pattern NO_CHARACTER = Pattern.compile("[\\x{0}\\x{D800}-\\x{DFFF}]");

    private References() {}

    static String resolved(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return NO_CHARACTER.matcher(Parser.unescapeEntities(text, false)).replaceAll("\ufffd");
    }
}
