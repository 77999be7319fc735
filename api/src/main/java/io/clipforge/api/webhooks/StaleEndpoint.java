package io.clipforge.api.webhooks;

import io.clipforge.api.tenancy.Tenant;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** An endpoint with a secret that is not sealed under the current key. */
@MappedEntity("webhook_endpoints")
record StaleEndpoint(@Id UUID id, UUID orgId, String environment) {

    Tenant tenant() {
        return new Tenant(orgId, Tenant.Environment.of(environment));
    }
}
