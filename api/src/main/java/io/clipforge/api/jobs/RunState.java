package io.clipforge.api.jobs;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** As much of a job as decides which of its runs may speak. */
@Introspected
record RunState(UUID id, String status, int attempt, @Nullable UUID runId, @Nullable Integer part) {

    JobStatus state() {
        return JobStatus.of(status);
    }
}
