package io.clipforge.local.bench.noop;

import io.clipforge.api.jobs.Job;
import io.clipforge.api.jobs.JobListener;
import io.clipforge.api.jobs.Landed;
import io.clipforge.api.jobs.NewJob;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Priority;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The feature that asks for jobs which belong to nothing, and counts those that succeeded. */
public final class NoopOrders implements JobListener {
    private final AtomicInteger succeeded = new AtomicInteger();

    public static NewJob job() {
        var flow = new NewJob.Flow(UUID.randomUUID(), null, null, null, Priority.STANDARD);
        return NewJob.of(Noop.spec(), flow);
    }

    /** In all, since the control plane started. */
    int succeeded() {
        return succeeded.get();
    }

    @Override
    public boolean asksFor(Job job) {
        return job.ingestId() == null && job.exportId() == null;
    }

    @Override
    public void started(Job job) {
        // nobody waits to hear of it
    }

    @Override
    public void succeeded(Job job, JobResult result) {
        succeeded.incrementAndGet();
    }

    @Override
    public JobSpec join(Job waiting, List<Landed> children) {
        throw new IllegalStateException("no job here waits for another");
    }

    @Override
    public void failed(Job job) {
        throw new IllegalStateException("a job that does nothing has failed");
    }

    @Override
    public void cancelled(Job job) {
        throw new IllegalStateException("nobody cancels here");
    }

    @Override
    public void redriven(Job job) {
        throw new IllegalStateException("nothing has failed here");
    }
}
