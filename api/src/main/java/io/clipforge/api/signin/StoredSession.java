package io.clipforge.api.signin;

import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as it is stored. */
@MappedEntity("sessions")
record StoredSession(
        @Id UUID id,
        UUID orgId,
        UUID memberId,
        String environment,
        Instant expiresAt,
        @Nullable Instant endedAt,
        Instant createdAt) {

    Tenant tenant() {
        return new Tenant(orgId, Environment.of(environment));
    }
}
