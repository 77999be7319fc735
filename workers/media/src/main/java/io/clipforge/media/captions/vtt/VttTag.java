package io.clipforge.media.captions.vtt;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands between angle brackets at the beginning of a span.
 *
 * @param annotation character references resolved, runs of white space made one space
 */
record VttTag(String name, List<String> classes, String annotation) {
    private static final Pattern FORM =
            Pattern.compile("([^ \t\n\f.]*+)([^ \t\n\f]*+)(.*)", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("[ \t\n\f\r]+");

    static VttTag parse(String content) {
        var match = FORM.matcher(content);
        if (!match.matches()) {
            throw new IllegalStateException("every text has this form");
        }
        var classes =
                Arrays.stream(match.group(2).split("\\.", -1)).filter(it -> !it.isEmpty()).toList();
        var annotation = References.resolved(match.group(3));
        return new VttTag(match.group(1), classes, collapsed(annotation));
    }

    private static String collapsed(String text) {
        var words = SPACE.split(text, -1);
        return String.join(" ", Arrays.stream(words).filter(it -> !it.isEmpty()).toList());
    }
}
