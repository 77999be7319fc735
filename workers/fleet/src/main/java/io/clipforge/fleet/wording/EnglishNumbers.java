package io.clipforge.fleet.wording;

import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes the numbers of an English text in digits: "twenty five percent" is "25%". What may mean
 * something else stays as it is: numbers below ten, numbers one behind the other, such as a
 * telephone's, and those before an ordinal.
 */
final class EnglishNumbers {
    private static final Map<String, Integer> UNITS =
            Map.of(
                    "one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7,
                    "eight", 8, "nine", 9);
    private static final Map<String, Integer> TEENS =
            Map.of(
                    "ten",
                    10,
                    "eleven",
                    11,
                    "twelve",
                    12,
                    "thirteen",
                    13,
                    "fourteen",
                    14,
                    "fifteen",
                    15,
                    "sixteen",
                    16,
                    "seventeen",
                    17,
                    "eighteen",
                    18,
                    "nineteen",
                    19);
    private static final Map<String, Integer> TENS =
            Map.of(
                    "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy",
                    70, "eighty", 80, "ninety", 90);

    /** Behind a number they are part of it, or say that it is another kind of number. */
    private static final Set<String> UNCERTAIN_ENDS =
            Set.of(
                    "hundred",
                    "thousand",
                    "million",
                    "billion",
                    "trillion",
                    "zero",
                    "oh",
                    "first",
                    "second",
                    "third",
                    "fifth",
                    "eighth",
                    "ninth",
                    "twelfth",
                    "half",
                    "something",
                    "odd",
                    "hundreds",
                    "thousands",
                    "millions",
                    "dozen");

    private static final Pattern ORDINAL =
            Pattern.compile(
                    "(?:four|six|seven|ten|eleven|hundred|thousand)th|\\p{L}+(?:teenth|tieth)");
    private static final long LONGEST_GAP_MS = 700;
    private static final int SMALLEST = 10;

    private final List<Word> words;

    private EnglishNumbers(List<Word> words) {
        this.words = words;
    }

    static List<Word> written(List<Word> words) {
        return new EnglishNumbers(words).written();
    }

    private List<Word> written() {
        var written = new ArrayList<Word>();
        int at = 0;
        while (at < words.size()) {
            var numeral = numeral(at);
            int length = Math.max(1, runLength(at));
            if (numeral.isPresent() && numeral.get().length() >= length) {
                int end = at + numeral.get().length();
                written.add(numeral.get().of(words.subList(at, end)));
                at = end;
            } else {
                written.addAll(words.subList(at, at + length));
                at += length;
            }
        }
        return written;
    }

    /** How many number words stand here one behind the other. */
    private int runLength(int from) {
        int end = from;
        if (isNumber(from)) {
            while (joined(from, end) && (isNumber(end) || isScale(end) || isAnd(end))) {
                end++;
            }
        }
        while (end > from && isAnd(end - 1)) {
            end--;
        }
        return end - from;
    }

    private Optional<Numeral> numeral(int from) {
        int end = belowMillion(from);
        if (end == from || continues(from)) {
            return Optional.empty();
        }
        long value = value(from, end);
        int decimals = decimals(end);
        var digits = decimals == 0 ? grouped(value) : value + "." + digits(end + 1, decimals);
        int numberEnd = decimals == 0 ? end : end + 1 + decimals;
        int percent = percent(numberEnd);
        if (value < SMALLEST && decimals == 0 && percent == 0) {
            return Optional.empty();
        }
        int last = numberEnd + percent;
        return percent == 0 && uncertain(last)
                ? Optional.empty()
                : Optional.of(new Numeral(last - from, digits + (percent == 0 ? "" : "%")));
    }

    /** Where a number such as "three hundred and five thousand two hundred" ends. */
    private int belowMillion(int from) {
        int thousands = belowThousand(from);
        if (thousands == from || !is(from, thousands, "thousand")) {
            return thousands;
        }
        int rest = afterAnd(from, thousands + 1);
        int end = joined(from, rest) ? belowThousand(rest) : rest;
        return end > rest ? end : thousands + 1;
    }

    private int belowThousand(int from) {
        int small = belowHundred(from);
        if (!UNITS.containsKey(text(from)) || !is(from, small, "hundred")) {
            return small;
        }
        int rest = afterAnd(from, small + 1);
        int end = joined(from, rest) ? belowHundred(rest) : rest;
        return end > rest ? end : small + 1;
    }

    private int belowHundred(int from) {
        if (!isNumber(from)) {
            return from;
        }
        boolean tens = TENS.containsKey(text(from));
        return tens && joined(from, from + 1) && UNITS.containsKey(text(from + 1))
                ? from + 2
                : from + 1;
    }

    private int afterAnd(int from, int at) {
        return joined(from, at) && isAnd(at) && joined(from, at + 1) && isNumber(at + 1)
                ? at + 1
                : at;
    }

    private long value(int from, int end) {
        long thousands = 0;
        long below = 0;
        for (int i = from; i < end; i++) {
            switch (text(i)) {
                case "hundred" -> below *= 100;
                case "thousand" -> {
                    thousands = below * 1000;
                    below = 0;
                }
                case "and" -> {}
                default -> below += small(i);
            }
        }
        return thousands + below;
    }

    /** How many digits follow a "point". */
    private int decimals(int at) {
        int end = at + 1;
        if (is(at - 1, at, "point")) {
            while (joined(at, end) && (UNITS.containsKey(text(end)) || text(end).equals("zero"))) {
                end++;
            }
        }
        return end - at - 1;
    }

    private String digits(int from, int count) {
        var digits = new StringBuilder();
        for (int i = from; i < from + count; i++) {
            digits.append(small(i));
        }
        return digits.toString();
    }

    private int percent(int at) {
        if (is(at - 1, at, "percent")) {
            return 1;
        }
        return is(at - 1, at, "per") && is(at, at + 1, "cent") ? 2 : 0;
    }

    /** Such as in "a hundred and five". */
    private boolean continues(int at) {
        int before = at > 1 && isAnd(at - 1) ? at - 2 : at - 1;
        return before >= 0 && (isScale(before) || text(before).endsWith("illion"));
    }

    private boolean uncertain(int at) {
        return joined(at - 1, at)
                && (isNumber(at)
                        || UNCERTAIN_ENDS.contains(text(at))
                        || ORDINAL.matcher(text(at)).matches());
    }

    /** Whether a word is there and said in one breath with the one before, by the same speaker. */
    private boolean joined(int from, int at) {
        if (at >= words.size()) {
            return false;
        }
        return at <= from
                || (words.get(at).startMs() - words.get(at - 1).endMs() <= LONGEST_GAP_MS
                        && Objects.equals(words.get(at).speaker(), words.get(at - 1).speaker()));
    }

    private boolean is(int from, int at, String text) {
        return joined(from, at) && text(at).equals(text);
    }

    private boolean isAnd(int at) {
        return text(at).equals("and");
    }

    private boolean isNumber(int at) {
        return small(at) > 0;
    }

    private boolean isScale(int at) {
        return text(at).equals("hundred") || text(at).equals("thousand");
    }

    private int small(int at) {
        var text = text(at);
        int unit = UNITS.getOrDefault(text, 0);
        int teen = TEENS.getOrDefault(text, 0);
        return unit + teen + TENS.getOrDefault(text, 0);
    }

    private String text(int at) {
        return at < words.size() ? words.get(at).text() : "";
    }

    private static String grouped(long value) {
        return value < 10_000 ? Long.toString(value) : String.format(Locale.ROOT, "%,d", value);
    }
}
