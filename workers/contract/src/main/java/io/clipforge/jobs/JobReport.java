package io.clipforge.jobs;

import java.util.UUID;

/**
 * What a worker tells the control plane.
 *
 * <p>{@code run} is the fencing token: a worker mints one each time it takes a message. The control
 * plane binds a job's attempt to the run whose {@link Started} it accepts first and refuses
 * whatever another run says afterwards.
 */
public sealed interface JobReport {
    UUID jobId();

    int attempt();

    UUID run();

    /**
     * @param worker who took it, for people
     */
    record Started(UUID jobId, int attempt, UUID run, String worker) implements JobReport {}

    /**
     * Sent at least every {@link Lease#HEARTBEAT}; it extends the lease also when nothing moved.
     *
     * @param stage what is being done now, such as {@code encoding 9:16}
     * @param progress 0 to 1
     */
    record Progressed(UUID jobId, int attempt, UUID run, String stage, double progress)
            implements JobReport {}

    record Ended(UUID jobId, int attempt, UUID run, JobOutcome outcome) implements JobReport {}
}
