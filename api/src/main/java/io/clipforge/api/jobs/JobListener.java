package io.clipforge.api.jobs;

import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import java.util.List;

/**
 * A feature that asked for jobs. It is told in the transaction that changes the job, so that what
 * this brings about commits with it or not at all.
 */
public interface JobListener {
    /** Whether this feature asked for the job. */
    boolean asksFor(Job job);

    /** A worker has taken an attempt at a job of the flow. */
    void started(Job job);

    void succeeded(Job job, JobResult result);

    /**
     * What a waiting job is asked to do, now that all it waited for has ended.
     *
     * @param children in order of their parts; one that has no result failed, and the job may do
     *     without it
     */
    JobSpec join(Job waiting, List<Landed> children);

    /** Failed or dead; what else was going on in the flow is cancelled already. */
    void failed(Job job);

    /** Cancelled by the customer, together with its flow. */
    void cancelled(Job job);

    /** A dead job goes on, and with it the flow that had failed. */
    void redriven(Job job);
}
