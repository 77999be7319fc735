package io.clipforge.api;

import io.clipforge.api.ids.UuidV7;
import io.clipforge.api.jobs.Job;
import io.clipforge.api.jobs.JobListener;
import io.clipforge.api.jobs.JobService;
import io.clipforge.api.jobs.Landed;
import io.clipforge.api.jobs.NewJob;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Priority;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Jobs that belong to no feature: what the engine does with them is all that happens. */
final class BareJobs implements JobListener {
    private static final BareJobs FEATURE = new BareJobs();

    static {
        ControlPlane.register(JobListener.class, FEATURE);
    }

    private BareJobs() {}

    static List<UUID> submit(
            UUID organization, int count, Priority priority, UnaryOperator<NewJob> as) {
        var jobs =
                IntStream.range(0, count)
                        .mapToObj(_ -> as.apply(job(organization, priority)))
                        .toList();
        return call(
                organization,
                () ->
                        ControlPlane.bean(JobService.class).submitAll(jobs).stream()
                                .map(Job::id)
                                .toList());
    }

    static UUID submit(UUID organization, NewJob job) {
        return call(organization, () -> ControlPlane.bean(JobService.class).submit(job).id());
    }

    /** A rank job, of which workers do one in no time. */
    static NewJob job(UUID organization, Priority priority) {
        var id = UuidV7.next();
        var spec =
                new JobSpec.Rank(
                        id,
                        1_000,
                        "t",
                        "a",
                        null,
                        1,
                        2,
                        1,
                        organization + "/bare/" + id + "/",
                        null);
        return NewJob.of(spec, new NewJob.Flow(id, null, null, null, priority));
    }

    private static <T> T call(UUID organization, Supplier<T> work) {
        var tenant = new Tenant(organization, Tenant.Environment.LIVE);
        return ControlPlane.bean(Tenants.class).call(tenant, work);
    }

    @Override
    public boolean asksFor(Job job) {
        return job.ingestId() == null && job.exportId() == null;
    }

    @Override
    public void started(Job job) {}

    @Override
    public void succeeded(Job job, JobResult result) {}

    @Override
    public JobSpec join(Job waiting, List<Landed> children) {
        throw new IllegalStateException("bare jobs join nothing");
    }

    @Override
    public void failed(Job job) {}

    @Override
    public void cancelled(Job job) {}

    @Override
    public void redriven(Job job) {}
}
