package io.clipforge.api.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may be wrong with a value. */
final class Objections {
    private static final int MOST_PORTS = 65_535;
    private static final Pattern SHORT = Pattern.compile("\\d+(ms|[smhd])");
    private static final Pattern ISO =
            Pattern.compile("P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");

    private Objections() {}

    static Optional<String> none(String value) {
        return Optional.empty();
    }

    static Function<String, Optional<String>> shorterThan(int length) {
        return value ->
                value.length() < length
                        ? Optional.of("has fewer than " + length + " characters")
                        : Optional.empty();
    }

    /** Several addresses of one server are fine: the last ones are checked by who dials them. */
    static Function<String, Optional<String>> addressOf(String... schemes) {
        return value -> {
            try {
                var uri = new URI(value.split(",", 2)[0]);
                var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
                if (!List.of(schemes).contains(scheme)) {
                    return Optional.of("does not begin with " + either(schemes, "://"));
                }
                return uri.getAuthority() == null ? Optional.of("names no host") : Optional.empty();
            } catch (URISyntaxException _) {
                return Optional.of("is no URL");
            }
        };
    }

    static Optional<String> database(String value) {
        var prefix = "jdbc:postgresql://";
        return value.startsWith(prefix) && value.length() > prefix.length()
                ? Optional.empty()
                : Optional.of("does not begin with " + prefix);
    }

    static Optional<String> port(String value) {
        return whole(value)
                .filter(it -> it == -1 || (it >= 1 && it <= MOST_PORTS))
                .map(_ -> Optional.<String>empty())
                .orElse(Optional.of("is no port from 1 to " + MOST_PORTS));
    }

    static Optional<String> count(String value) {
        return whole(value)
                .filter(it -> it >= 1)
                .map(_ -> Optional.<String>empty())
                .orElse(Optional.of("is no whole number of at least 1"));
    }

    static Optional<String> duration(String value) {
        return SHORT.matcher(value).matches() || ISO.matcher(value).matches()
                ? Optional.empty()
                : Optional.of("is no length of time such as 10m or PT10M");
    }

    static Optional<String> fraction(String value) {
        try {
            double part = Double.parseDouble(value);
            return part >= 0 && part <= 1
                    ? Optional.empty()
                    : Optional.of("is not between 0 and 1");
        } catch (NumberFormatException _) {
            return Optional.of("is no number between 0 and 1");
        }
    }

    static Function<String, Optional<String>> otherThan(String... choices) {
        return value ->
                List.of(choices).contains(value)
                        ? Optional.empty()
                        : Optional.of("is none of " + String.join(", ", choices));
    }

    static <E extends Enum<E>> Function<String, Optional<String>> notOneOf(Class<E> choices) {
        var names = Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList();
        return value ->
                names.contains(value.toUpperCase(Locale.ROOT).replace('-', '_'))
                        ? Optional.empty()
                        : Optional.of("is none of " + String.join(", ", names));
    }

    private static Optional<Integer> whole(String value) {
        try {
            return Optional.of(Integer.valueOf(value.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static String either(String[] words, String ending) {
        return Arrays.stream(words).map(it -> it + ending).collect(Collectors.joining(" or "));
    }
}
