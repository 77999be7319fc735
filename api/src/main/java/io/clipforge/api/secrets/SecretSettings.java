package io.clipforge.api.secrets;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.convert.format.MapFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The master keys that secrets are sealed under.
 *
 * @param keys each key's id, and its 32 bytes in base64; a key stays here until nothing is sealed
 *     under it any more
 * @param current the id of the key that seals; may be absent while there is one key, or none
 */
@ConfigurationProperties("clipforge.secrets")
record SecretSettings(
        @MapFormat(transformation = MapFormat.MapTransformation.FLAT)
                @Nullable Map<String, String> keys,
        @Nullable String current) {

    Map<String, String> known() {
        return Objects.requireNonNullElse(keys, Map.of());
    }

    @Override
    public String toString() {
        return "SecretSettings[" + known().keySet() + ", " + current + "]";
    }
}
