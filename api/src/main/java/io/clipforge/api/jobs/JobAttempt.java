package io.clipforge.api.jobs;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that did not bring its job to success.
 *
 * @param outcome how it ended, such as {@code lease_lost}
 */
@MappedEntity("job_attempts")
record JobAttempt(
        @Id UUID runId,
        UUID jobId,
        int attempt,
        @Nullable String worker,
        String outcome,
        @Nullable String detail,
        @Nullable String stage,
        double progress,
        @Nullable Instant startedAt,
        Instant endedAt) {}
