package io.clipforge.api.jobs;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.tenancy.TenantTransactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** What callers ask of a job itself, each in one transaction with its entry in the audit log. */
@Singleton
class JobRequests {
    private final JobService jobs;
    private final JobFlows flows;
    private final AuditTrail audit;

    JobRequests(JobService jobs, JobFlows flows, AuditTrail audit) {
        this.jobs = jobs;
        this.flows = flows;
        this.audit = audit;
    }

    @TenantTransactional
    Job cancel(UUID id) {
        var before = jobs.get(id);
        var after = flows.cancel(id);
        record("cancelJob", before, after);
        return after;
    }

    /** Gives a dead job another life, and with it what its death had cancelled. */
    @TenantTransactional
    Job redrive(UUID id) {
        return redrive("redriveJob", id)
                .orElseThrow(() ->
                        ApiProblem.of(
                                ProblemType.JOB_NOT_REDRIVABLE,
                                "The job is not dead, or its flow went on without it."));
    }

    /** Empty when it is not dead, or its flow went on without it. */
    @TenantTransactional
    Optional<Job> redriveOneOfMany(UUID id) {
        return redrive("redriveJobs", id);
    }

    private Optional<Job> redrive(String action, UUID id) {
        var before = jobs.get(id);
        var after = flows.tryRedrive(id);
        after.ifPresent(it -> record(action, before, it));
        return after;
    }

    private void record(String action, Job before, Job after) {
        audit.record(
                action,
                TypeId.JOB.text(before.id()),
                JobResources.of(before),
                JobResources.of(after));
    }
}
