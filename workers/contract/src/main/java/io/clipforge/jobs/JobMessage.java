package io.clipforge.jobs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a job, on its way to a fleet.
 *
 * @param attempt 1 for the first
 * @param traceparent where it stands in a trace, as W3C Trace Context writes it; absent when it
 *     stands in none. What cannot be read there is to be taken for absent
 */
public record JobMessage(UUID jobId, int attempt, JobSpec spec, @Nullable String traceparent) {
    public JobMessage {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts count from 1");
        }
    }

    /** In no trace. */
    public JobMessage(UUID jobId, int attempt, JobSpec spec) {
        this(jobId, attempt, spec, null);
    }

    /** The same at another place in a trace. */
    public JobMessage at(@Nullable String place) {
        return new JobMessage(jobId, attempt, spec, place);
    }
}
