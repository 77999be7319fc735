package io.clipforge.api.jobs;

import io.clipforge.jobs.JobResult;

/**
 * A feature that asked for jobs. It is told in the transaction that ends the job, so that what the
 * result brings about commits with it or not at all.
 */
public interface JobListener {
    /** Whether this feature asked for the job. */
    boolean asksFor(Job job);

    /** The first worker has taken a job of the flow. */
    void started(Job job);

    void succeeded(Job job, JobResult result);

    /** Failed or dead; what else was going on in the flow is cancelled already. */
    void failed(Job job);

    /** Cancelled by the customer, together with its flow. */
    void cancelled(Job job);
}
