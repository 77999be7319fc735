package io.clipforge.media.captions.vtt;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A time in a file: {@code 00:01.500} or {@code 00:00:01.500}, with as many hours as it takes. */
final class VttTime {
    /** Three groups more than the one before: hours, which may be absent, the rest, thousandths. */
    static final String PATTERN = "(?:([0-9]++):)?([0-5][0-9]):([0-5][0-9])\\.([0-9]{3})(?![0-9])";

    static final int GROUPS = 4;

    private static final Pattern WHOLE = Pattern.compile(PATTERN);

    /** More would not be told apart from the end of time; a file that says so is broken. */
    private static final int MOST_DIGITS = 9;

    private VttTime() {}

    static OptionalLong parse(String text) {
        var match = WHOLE.matcher(text);
        return match.matches() ? millis(match, 1) : OptionalLong.empty();
    }

    /**
     * @param group the first of its groups
     */
    static OptionalLong millis(MatchResult match, int group) {
        var digits = match.group(group) == null ? "0" : match.group(group);
        var hours = digits.replaceFirst("^0+(?=.)", "");
        if (hours.length() > MOST_DIGITS) {
            return OptionalLong.empty();
        }
        long minutes = Long.parseLong(hours) * 60 + Long.parseLong(match.group(group + 1));
        long seconds = minutes * 60 + Long.parseLong(match.group(group + 2));
        return OptionalLong.of(seconds * 1000 + Long.parseLong(match.group(group + 3)));
    }

    static String format(long millis) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}
