package io.clipforge.telemetry;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text what must not leave the platform: credentials, keys, what signs a URL, and
 * e-mail addresses. It goes by how such things look, so it is the last line and not the first:
 * nothing of the kind should be in a text to begin with.
 */
public final class Scrubber {
    private static final String REMOVED = "[removed]";

    private record Rule(Pattern pattern, String replacement) {}

    private static final List<Rule> RULES =
            List.of(
                    // who speaks to a server, and what comes after the path: a signature, a token
                    rule("(?i)(\\b[a-z][a-z0-9+.-]{1,30}://)[^\\s/@\"'<>]+@", "$1" + REMOVED + "@"),
                    rule("(?i)(\\bhttps?://[^\\s?#\"'<>]+)[?#][^\\s\"'<>]+", "$1?" + REMOVED),
                    rule("(?i)\\b(bearer|basic|digest)\\s+[a-z0-9._~+/=-]{6,}", "$1 " + REMOVED),
                    rule(
                            "(?i)([\"']?\\b[\\w-]*(?:authorization|password|passwd|secret|token|api[_-]?key"
                                    + "|access[_-]?key|signature|credential|cookie|dsn)[\\w-]*[\"']?\\s*[:=]\\s*[\"']?)"
                                    + "(?!\\[removed)[^\\s\"',;&})]+",
                            "$1" + REMOVED),
                    rule(
                            "\\b(cf[a-z]?_(?:live_|test_)?|whsec_)[A-Za-z0-9+/=_-]{16,}",
                            "$1" + REMOVED),
                    rule("\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*", REMOVED),
                    rule("[\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)+", REMOVED));

    private Scrubber() {}

    /** The text without them; the same when there are none. */
    public static String scrub(String text) {
        var clean = text;
        for (var rule : RULES) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
        }
        return clean;
    }

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }
}
