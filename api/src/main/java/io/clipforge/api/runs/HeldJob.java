package io.clipforge.api.runs;

import io.clipforge.api.tenancy.Tenant;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** As much of a job as must be known to work on it for its tenant. */
@MappedEntity("jobs")
record HeldJob(@Id UUID id, UUID orgId, String environment, UUID flowId, @Nullable UUID parentId) {

    Tenant tenant() {
        return new Tenant(orgId, Tenant.Environment.of(environment));
    }
}
