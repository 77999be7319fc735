package io.clipforge.api.identity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** Somebody with an e-mail and a password, in however many organizations. */
@MappedEntity("users")
public record Person(@Id UUID id, String email, String name) {}
