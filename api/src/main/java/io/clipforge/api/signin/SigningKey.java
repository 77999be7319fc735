package io.clipforge.api.signin;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A key as it is stored.
 *
 * @param publicKey JSON Web Key
 * @param privateKey JSON Web Key with the private part, sealed
 */
@MappedEntity("signing_keys")
record SigningKey(
        @Id UUID id, String publicKey, String privateKey, Instant signsFrom, Instant createdAt) {}
