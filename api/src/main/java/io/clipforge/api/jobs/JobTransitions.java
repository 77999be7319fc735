package io.clipforge.api.jobs;

import io.clipforge.api.json.StoredJson;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.Lease;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves jobs from state to state, and tells the feature that asked for the job in the same
 * transaction. Everything here begins by locking the job, so that of two endings one finds nothing
 * to end.
 */
@Singleton
class JobTransitions {
    private static final Logger LOG = LoggerFactory.getLogger(JobTransitions.class);

    /** More than this and the job is dead. */
    private static final int ATTEMPTS = 5;

    /** A job that took this many workers with it is suspected of killing them. */
    private static final int LOST_LEASES = 3;

    private final Jobs jobs;
    private final JobListeners listeners;
    private final RunCancellations cancellations;

    JobTransitions(Jobs jobs, JobListeners listeners, RunCancellations cancellations) {
        this.jobs = jobs;
        this.listeners = listeners;
        this.cancellations = cancellations;
    }

    /**
     * Binds the attempt to the run, unless another has it.
     *
     * @return false when the run does not hold the attempt
     */
    @TenantTransactional
    boolean start(JobReport.Started report) {
        var bound =
                jobs.bind(
                        report.jobId(),
                        report.attempt(),
                        report.run(),
                        report.worker(),
                        Lease.TERM.toMillis());
        bound.forEach(job -> listeners.of(job).started(job));
        return !bound.isEmpty() || jobs.holds(report.jobId(), report.attempt(), report.run());
    }

    /**
     * @return false when the run does not hold the attempt any more
     */
    @TenantTransactional
    boolean end(JobReport.Ended report) {
        var held = jobs.hold(report.jobId(), report.attempt(), report.run());
        held.ifPresent(job -> end(job, report.outcome()));
        return held.isPresent();
    }

    @TenantTransactional
    void loseLease(UUID id) {
        jobs.holdExpired(id)
                .ifPresent(job -> {
                    LOG.warn("job {} lost the worker of attempt {}", id, job.attempt());
                    retry(job, 1, "Its workers went silent again and again.");
                });
    }

    private void end(Job job, JobOutcome outcome) {
        switch (outcome) {
            case JobOutcome.Completed(JobResult result) -> succeed(job, result);
            case JobOutcome.Failed(JobProblem problem, String detail) ->
                    fail(job, JobStatus.FAILED, problem, detail);
            case JobOutcome.RetryLater(String reason) -> {
                LOG.warn("attempt {} of job {} failed: {}", job.attempt(), job.id(), reason);
                retry(job, 0, "It failed again and again; the last time: " + reason);
            }
            // Nobody cancelled it here, else the run would not hold the attempt.
            case JobOutcome.Cancelled() -> retry(job, 0, "Its workers gave it back too often.");
        }
    }

    private void succeed(Job job, JobResult result) {
        var done =
                jobs.finish(
                        job.id(),
                        JobStatus.SUCCEEDED.text(),
                        1,
                        StoredJson.text(result),
                        null,
                        null);
        listeners.of(done).succeeded(done, result);
    }

    private void retry(Job job, int lost, String reason) {
        if (job.attempt() >= ATTEMPTS || job.lostLeases() + lost >= LOST_LEASES) {
            fail(job, JobStatus.DEAD, JobProblem.INTERNAL_ERROR, reason);
        } else {
            jobs.requeue(job.id(), lost, Backoff.afterAttempt(job.attempt()).toMillis());
        }
    }

    private void fail(Job job, JobStatus status, JobProblem problem, String detail) {
        var done =
                jobs.finish(job.id(), status.text(), job.progress(), null, problem.code(), detail);
        cancellations.afterCommit(jobs.cancelFlow(job.flowId()));
        listeners.of(done).failed(done);
    }
}
