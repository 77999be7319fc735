package io.clipforge.api.apikeys;

import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key as it is stored, without its hash. */
@MappedEntity("api_keys")
record ApiKey(
        @Id UUID id,
        UUID orgId,
        String name,
        String environment,
        String prefix,
        List<String> scopes,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        Instant createdAt,
        Instant updatedAt) {

    boolean usable(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** To the minute is enough: reading must not write all the time. */
    boolean useIsNews(Instant now) {
        return lastUsedAt == null || lastUsedAt.isBefore(now.minusSeconds(60));
    }

    Tenant tenant() {
        return new Tenant(orgId, Environment.of(environment));
    }
}
