package io.clipforge.api.jobs;

import io.clipforge.api.json.StoredJson;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobSpec;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes, finds and cancels jobs for the features that need them. */
@Singleton
public class JobService {
    private final Jobs jobs;
    private final JobListeners listeners;
    private final RunCancellations cancellations;

    JobService(Jobs jobs, JobListeners listeners, RunCancellations cancellations) {
        this.jobs = jobs;
        this.listeners = listeners;
        this.cancellations = cancellations;
    }

    /** Commits with the transaction in hand; the relay puts it on the wire afterwards. */
    @TenantTransactional
    public Job submit(NewJob job) {
        var status = job.waitsFor() > 0 ? JobStatus.WAITING : JobStatus.QUEUED;
        return jobs.add(
                job.kind().wireName(),
                job.spec() == null ? null : StoredJson.text(job.spec()),
                job.flowId(),
                job.ingestId(),
                job.assetId(),
                job.exportId(),
                status.text(),
                job.waitsFor());
    }

    /** Tells a waiting job that one of those it waits for has landed; the last one releases it. */
    @TenantTransactional
    public void arrive(UUID flowId, JobKind kind, Supplier<JobSpec> spec) {
        boolean last = jobs.arrive(flowId, kind.wireName()).filter(it -> it == 0).isPresent();
        if (last) {
            jobs.release(flowId, kind.wireName(), StoredJson.text(spec.get()));
        }
    }

    @TenantTransactional
    public Optional<Job> find(UUID id) {
        return jobs.find(id);
    }

    @TenantTransactional
    public List<Job> flow(UUID flowId) {
        return jobs.ofFlow(flowId);
    }

    @TenantTransactional
    List<Job> list(
            @Nullable UUID before,
            @Nullable JobKind kind,
            @Nullable String status,
            @Nullable UUID assetId,
            int limit) {
        return jobs.list(before, kind == null ? null : kind.wireName(), status, assetId, limit);
    }

    /** Cancels the whole flow of a job: no part of it makes sense alone. */
    @TenantTransactional
    public Job cancel(UUID id) {
        var job = jobs.find(id).orElseThrow(() -> ApiProblem.notFound("job"));
        var cancelled = jobs.cancelFlow(job.flowId());
        if (cancelled.isEmpty()) {
            throw ApiProblem.of(
                    ProblemType.JOB_NOT_CANCELLABLE, "The job has " + job.status() + " already.");
        }
        listeners.of(job).cancelled(job);
        cancellations.afterCommit(cancelled);
        return jobs.find(id).orElseThrow();
    }
}
