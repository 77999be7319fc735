package io.clipforge.api.idempotency;

import static java.util.Objects.requireNonNull;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction finds a key.
 *
 * @param alone whether nobody else works under the key
 * @param fingerprint and what follows it: what the key answered the first time, if it did
 */
@MappedEntity("idempotency_keys")
record KeyState(
        @Id String key,
        boolean alone,
        @Nullable String fingerprint,
        @Nullable Integer status,
        @TypeDef(type = DataType.JSON) @Nullable Map<String, String> headers,
        @Nullable String body) {

    boolean isAnswered() {
        return fingerprint != null;
    }

    Answer answer() {
        return new Answer(
                requireNonNull(status), requireNonNull(headers), requireNonNull(body), true);
    }
}
