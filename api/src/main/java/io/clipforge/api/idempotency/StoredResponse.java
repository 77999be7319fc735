package io.clipforge.api.idempotency;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.Map;

/** What a key answered the first time. */
@MappedEntity("idempotency_keys")
record StoredResponse(
        @Id String key,
        String fingerprint,
        int status,
        @TypeDef(type = DataType.JSON) Map<String, String> headers,
        String body) {}
