package io.clipforge.api.secrets;

import io.micronaut.core.value.PropertyResolver;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the master keys that are configured can be used. */
public final class SecretKeysCheck {
    private static final String KEYS = "clipforge.secrets.keys";

    private SecretKeysCheck() {}

    /**
     * @return what is wrong, without any key
     */
    public static Optional<String> objection(PropertyResolver configuration) {
        var keys =
                configuration.getProperties(KEYS).keySet().stream()
                        .collect(
                                Collectors.toMap(
                                        it -> it,
                                        it ->
                                                configuration
                                                        .getProperty(KEYS + "." + it, String.class)
                                                        .orElse("")));
        var current = configuration.getProperty("clipforge.secrets.current", String.class);
        try {
            var _ = MasterKeyRing.of(keys, current.orElse(null), "");
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
