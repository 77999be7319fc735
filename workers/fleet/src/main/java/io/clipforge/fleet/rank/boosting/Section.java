package io.clipforge.fleet.rank.boosting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines of {@code key=value}, as the header and each tree are written. */
record Section(String name, Map<String, String> values) {
    Section {
        values = Map.copyOf(values);
    }

    static Section of(String name, List<String> lines) {
        var values = new HashMap<String, String>();
        for (var line : lines) {
            int equals = line.indexOf('=');
            var key = equals < 0 ? line : line.substring(0, equals);
            if (values.put(key, equals < 0 ? "" : line.substring(equals + 1)) != null) {
                throw new UnreadableModel("%s names '%s' twice".formatted(name, key));
            }
        }
        return new Section(name, values);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        var value = values.get(key);
        if (value == null) {
            throw new UnreadableModel("%s lacks '%s'".formatted(name, key));
        }
        return value;
    }

    int number(String key) {
        return integers(key, 1)[0];
    }

    /** Exactly so many. */
    int[] integers(String key, int count) {
        return Arrays.stream(longs(key, count)).mapToInt(it -> toInt(key, it)).toArray();
    }

    /** Words of 32 bits, written without a sign. */
    int[] words(String key, int count) {
        return Arrays.stream(longs(key, count)).mapToInt(it -> toWord(key, it)).toArray();
    }

    /** Exactly so many; {@code inf} is written where a split asks only what is missing. */
    double[] decimals(String key, int count) {
        return each(key, count).mapToDouble(it -> decimal(key, it)).toArray();
    }

    private long[] longs(String key, int count) {
        return each(key, count).mapToLong(it -> parsed(key, it, Long::valueOf)).toArray();
    }

    private Stream<String> each(String key, int count) {
        var words = text(key).isBlank() ? new String[0] : text(key).strip().split("\\s+", -1);
        if (words.length != count) {
            throw new UnreadableModel(
                    "%s has %d values in '%s' instead of %d"
                            .formatted(name, words.length, key, count));
        }
        return Arrays.stream(words);
    }

    private double decimal(String key, String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> finite(key, text);
        };
    }

    private double finite(String key, String text) {
        double value = parsed(key, text, Double::valueOf);
        if (!Double.isFinite(value)) {
            throw wrong(key, text, null);
        }
        return value;
    }

    private int toInt(String key, long value) {
        if (value != (int) value) {
            throw wrong(key, Long.toString(value), null);
        }
        return (int) value;
    }

    private int toWord(String key, long value) {
        if (value < 0 || value >>> 32 != 0) {
            throw wrong(key, Long.toString(value), null);
        }
        return (int) value;
    }

    private <T> T parsed(String key, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (NumberFormatException e) {
            throw wrong(key, text, e);
        }
    }

    private UnreadableModel wrong(String key, String text, @Nullable Throwable cause) {
        return new UnreadableModel(
                "%s has '%s' in '%s'".formatted(name, shortened(text), key), cause);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
