package io.clipforge.api.organizations;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** An organization as it is stored. */
@MappedEntity("organizations")
record Organization(@Id UUID id, String name, Instant createdAt, Instant updatedAt) {}
