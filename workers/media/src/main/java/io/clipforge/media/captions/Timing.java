package io.clipforge.media.captions;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line {@code 00:00:01,500 --> 00:00:03,000 settings}, as SubRip writes it and as people do.
 */
record Timing(long startMs, long endMs) {
    private static final String TIME = "(?:(\\d{1,9}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,3})";
    private static final Pattern LINE =
            Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?");

    /** A line that means to be a timing, well formed or not. */
    static boolean looksLike(String line) {
        var start = line.stripLeading();
        return start.contains("-->") && start.charAt(0) >= '0' && start.charAt(0) <= '9';
    }

    static Timing parse(String line, int number) throws SubtitleFormatException {
        var match = LINE.matcher(line);
        if (!match.matches()) {
            throw new SubtitleFormatException(
                    number, "expected '00:00:01.500 --> 00:00:03.000', found '" + cut(line) + "'");
        }
        var timing = new Timing(millis(match, 1, number), millis(match, 5, number));
        if (timing.endMs <= timing.startMs) {
            throw new SubtitleFormatException(number, "the cue ends before it starts");
        }
        return timing;
    }

    static String format(long millis) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d,%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }

    private static long millis(Matcher match, int group, int number)
            throws SubtitleFormatException {
        long hours = match.group(group) == null ? 0 : Long.parseLong(match.group(group));
        long minutes = Long.parseLong(match.group(group + 1));
        long seconds = Long.parseLong(match.group(group + 2));
        if (minutes > 59 || seconds > 59) {
            throw new SubtitleFormatException(number, "minutes and seconds end at 59");
        }
        // ".5" is half a second
        var fraction = (match.group(group + 3) + "00").substring(0, 3);
        return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Long.parseLong(fraction);
    }

    private static String cut(String line) {
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
