package io.clipforge.api.configuration;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A key of the configuration.
 *
 * @param meaning what it is, for whoever forgot it
 * @param objection what is wrong with a value, without repeating it: it may be a secret
 */
record Setting(
        String key,
        String meaning,
        boolean required,
        Function<String, Optional<String>> objection) {

    static Setting required(
            String key, String meaning, Function<String, Optional<String>> objection) {
        return new Setting(key, meaning, true, objection);
    }

    static Setting optional(
            String key, String meaning, Function<String, Optional<String>> objection) {
        return new Setting(key, meaning, false, objection);
    }

    Optional<String> problem(Optional<String> value) {
        if (value.filter(it -> !it.isBlank()).isEmpty()) {
            return required
                    ? Optional.of(key + " is missing: " + meaning + " (" + variable() + ")")
                    : Optional.empty();
        }
        return value.flatMap(objection).map(it -> key + " " + it + ": " + meaning);
    }

    /** The environment variable that sets it. */
    private String variable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
