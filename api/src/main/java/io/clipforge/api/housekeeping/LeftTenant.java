package io.clipforge.api.housekeeping;

import io.clipforge.api.tenancy.Tenant;
import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** A tenant that has something left over. */
@Introspected
record LeftTenant(UUID orgId, String environment) {

    Tenant tenant() {
        return new Tenant(orgId, Tenant.Environment.of(environment));
    }
}
