package io.clipforge.api.apikeys;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key behind a secret.
 *
 * @param replacedUntil until when the secret works on after a reroll; absent for the present one
 */
record Recognised(ApiKey key, @Nullable Instant replacedUntil) {

    Optional<ApiKey> usable(Instant now) {
        return key.usable(now) && (replacedUntil == null || now.isBefore(replacedUntil))
                ? Optional.of(key)
                : Optional.empty();
    }
}
