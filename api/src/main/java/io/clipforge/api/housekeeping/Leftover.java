package io.clipforge.api.housekeeping;

import io.clipforge.api.tenancy.Tenant;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/**
 * Something of a tenant that its feature should end.
 *
 * @param since the order in which leftovers are gone through
 */
@Introspected
record Leftover(UUID id, UUID orgId, String environment, Instant since) {

    Tenant tenant() {
        return new Tenant(orgId, Tenant.Environment.of(environment));
    }
}
