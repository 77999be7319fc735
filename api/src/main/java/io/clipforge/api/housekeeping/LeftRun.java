package io.clipforge.api.housekeeping;

import io.clipforge.api.tenancy.Tenant;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that ended a while ago, and whose objects may still lie there.
 *
 * @param accepted whether it is the run that brought its job to success all the same
 * @param outputPrefix under which the runs of its job write; absent for a job that was never ready
 */
@MappedEntity("job_attempts")
record LeftRun(
        @Id UUID runId,
        UUID jobId,
        UUID orgId,
        String environment,
        Instant endedAt,
        boolean accepted,
        @Nullable String outputPrefix) {

    Tenant tenant() {
        return new Tenant(orgId, Tenant.Environment.of(environment));
    }
}
