package io.clipforge.api.jobs;

import io.clipforge.api.tenancy.Tenant;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** As much of a job as the relay needs to put it on the wire. */
@MappedEntity("jobs")
record RelayedJob(
        @Id UUID id, UUID orgId, String environment, String kind, String spec, int attempt) {

    Tenant tenant() {
        return new Tenant(orgId, Tenant.Environment.of(environment));
    }
}
