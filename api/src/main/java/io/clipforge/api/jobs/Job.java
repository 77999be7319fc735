package io.clipforge.api.jobs;

import io.clipforge.api.json.StoredJson;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tracing.TracedJob;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.Priority;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is stored.
 *
 * @param parentId the job that waits for this one
 * @param part which part of a long asset this is, counted from 0; absent for the whole
 * @param attempt the attempt in hand or, when finished, the last one
 * @param failures attempts that ended badly
 * @param runId the worker's run that holds the lease
 * @param degraded whether a job it waited for failed without taking this one with it
 * @param workMs how much media it works through
 * @param costMs how long it will probably run
 * @param traceparent where what asked for it stands in a trace
 * @param change grows with every change of any job; orders what a follower sees
 * @param dueAt when it may start, or might have at the earliest
 * @param startedAt when its first attempt began
 * @param beganAt when its latest attempt began
 */
@MappedEntity("jobs")
public record Job(
        @Id UUID id,
        UUID orgId,
        String environment,
        String kind,
        String priority,
        @Nullable String spec,
        UUID flowId,
        @Nullable UUID parentId,
        @Nullable Integer part,
        @Nullable UUID ingestId,
        @Nullable UUID assetId,
        @Nullable UUID exportId,
        String status,
        int attempt,
        int failures,
        int lostLeases,
        int waitsFor,
        @Nullable UUID runId,
        @Nullable String worker,
        @Nullable String stage,
        double progress,
        boolean degraded,
        @Nullable Long workMs,
        long costMs,
        @Nullable String result,
        @Nullable String problemCode,
        @Nullable String problemDetail,
        @Nullable String traceparent,
        long change,
        Instant dueAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant beganAt,
        @Nullable Instant finishedAt) {

    public JobStatus state() {
        return JobStatus.of(status);
    }

    public JobKind jobKind() {
        return JobKind.find(kind).orElseThrow();
    }

    public Priority urgency() {
        return Priority.of(priority);
    }

    /** Whether it waits, stumbles or fails because a test asked for it. */
    boolean triesOut() {
        return spec != null
                && tenant().environment() == Tenant.Environment.TEST
                && StoredJson.read(spec, jobKind().spec()).trial() != null;
    }

    /** The run with which it succeeded or that holds it now. */
    public UUID run() {
        if (runId == null) {
            throw new IllegalStateException("job " + id + " has no run");
        }
        return runId;
    }

    TracedJob traced() {
        return new TracedJob(jobKind(), id, attempt, traceparent);
    }

    public Tenant tenant() {
        return new Tenant(orgId, Tenant.Environment.of(environment));
    }
}
