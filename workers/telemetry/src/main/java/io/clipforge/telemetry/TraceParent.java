package io.clipforge.telemetry;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in a trace, as W3C Trace Context writes it: the step that something was brought about by.
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param parentId 16 hexadecimal digits, not all zero
 */
public record TraceParent(String traceId, String parentId, boolean sampled) {
    public static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final String NONE = "0";

    /** Empty for what is malformed, as the specification wants it: the trace then begins here. */
    public static Optional<TraceParent> find(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()
                || match.group(1).equals("ff")
                || (match.group(1).equals("00") && match.group(5) != null)
                || zero(match.group(2))
                || zero(match.group(3))) {
            return Optional.empty();
        }
        boolean sampled = (Integer.parseInt(match.group(4), 16) & 1) == 1;
        return Optional.of(new TraceParent(match.group(2), match.group(3), sampled));
    }

    /** As a header carries it. */
    public String text() {
        return "00-" + traceId + "-" + parentId + (sampled ? "-01" : "-00");
    }

    private static boolean zero(String digits) {
        return NONE.repeat(digits.length()).equals(digits);
    }
}
