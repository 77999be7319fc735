package io.clipforge.api.secrets;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The master keys that the configuration names. */
@Factory
final class MasterKeyRing {
    @Singleton
    MasterKeys keys(SecretSettings settings, @Value("${clipforge.secret}") String secret) {
        return of(settings.known(), settings.current(), secret);
    }

    static MasterKeys of(Map<String, String> base64, @Nullable String current, String secret) {
        var keys =
                base64.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, MasterKeyRing::decode));
        return MasterKeys.of(keys, current, secret);
    }

    private static byte[] decode(Map.Entry<String, String> key) {
        try {
            return Base64.getDecoder().decode(key.getValue());
        } catch (IllegalArgumentException _) {
            // without the cause, whose message quotes characters of the key
            throw new IllegalArgumentException(
                    "clipforge.secrets.keys." + key.getKey() + " is not base64");
        }
    }
}
