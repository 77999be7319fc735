package io.clipforge.media.captions.vtt;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The line {@code 00:01.500 --> 00:03.000 align:start}.
 *
 * @param settings what stands behind the times
 */
record VttTiming(long startMs, long endMs, String settings) {
    private static final String SPACE = "[ \t\f]*+";
    private static final Pattern LINE =
            Pattern.compile(
                    SPACE + VttTime.PATTERN + SPACE + "-->" + SPACE + VttTime.PATTERN + "(.*)",
                    Pattern.DOTALL);

    static Optional<VttTiming> parse(String line) {
        var match = LINE.matcher(line);
        if (!match.matches()) {
            return Optional.empty();
        }
        var start = VttTime.millis(match, 1);
        var end = VttTime.millis(match, 1 + VttTime.GROUPS);
        return start.isEmpty() || end.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new VttTiming(
                                start.getAsLong(),
                                end.getAsLong(),
                                match.group(1 + 2 * VttTime.GROUPS)));
    }
}
