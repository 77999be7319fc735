package io.clipforge.jobs;

import java.util.UUID;

/**
 * One attempt at a job, on its way to a fleet.
 *
 * @param attempt 1 for the first
 */
public record JobMessage(UUID jobId, int attempt, JobSpec spec) {
    public JobMessage {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts count from 1");
        }
    }
}
