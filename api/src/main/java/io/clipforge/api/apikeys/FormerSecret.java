package io.clipforge.api.apikeys;

import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A secret that a reroll replaced, without its hash. */
@MappedEntity("former_api_key_secrets")
record FormerSecret(UUID orgId, String environment, UUID apiKeyId, Instant expiresAt) {

    Tenant tenant() {
        return new Tenant(orgId, Environment.of(environment));
    }
}
