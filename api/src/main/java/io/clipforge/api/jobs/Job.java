package io.clipforge.api.jobs;

import io.clipforge.api.tenancy.Tenant;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is stored.
 *
 * @param attempt the attempt in hand or, when finished, the last one
 * @param runId the worker's run that holds the lease
 * @param change grows with every change of any job; orders what a follower sees
 */
@MappedEntity("jobs")
public record Job(
        @Id UUID id,
        UUID orgId,
        String environment,
        String kind,
        @Nullable String spec,
        UUID flowId,
        @Nullable UUID ingestId,
        @Nullable UUID assetId,
        @Nullable UUID exportId,
        String status,
        int attempt,
        int lostLeases,
        @Nullable UUID runId,
        @Nullable String stage,
        double progress,
        @Nullable String problemCode,
        @Nullable String problemDetail,
        long change,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    public JobStatus state() {
        return JobStatus.of(status);
    }

    Tenant tenant() {
        return new Tenant(orgId, Tenant.Environment.of(environment));
    }
}
