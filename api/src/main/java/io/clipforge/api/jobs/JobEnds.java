package io.clipforge.api.jobs;

import io.clipforge.api.tracing.JobSpans;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobResult;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends attempts: well, badly, or to be tried again. */
@Singleton
class JobEnds {
    private static final Logger LOG = LoggerFactory.getLogger(JobEnds.class);

    private final JobMoves moves;
    private final JobListeners listeners;
    private final JobFlows flows;
    private final AttemptLog attempts;
    private final Paces paces;
    private final JobSpans spans;
    private final ApplicationEventPublisher<JobsQueued> queued;

    JobEnds(
            JobMoves moves,
            JobListeners listeners,
            JobFlows flows,
            AttemptLog attempts,
            Paces paces,
            JobSpans spans,
            ApplicationEventPublisher<JobsQueued> queued) {
        this.moves = moves;
        this.listeners = listeners;
        this.flows = flows;
        this.attempts = attempts;
        this.paces = paces;
        this.spans = spans;
        this.queued = queued;
    }

    /** The row is held, and the attempt did not succeed. */
    void end(Job job, JobOutcome outcome) {
        switch (outcome) {
            case JobOutcome.Completed(JobResult result) -> succeed(Map.of(job.id(), result));
            case JobOutcome.Failed(JobProblem problem, String detail) ->
                    settle(job, () -> fail(job, JobStatus.FAILED, problem, detail));
            case JobOutcome.RetryLater(String reason) ->
                    settle(job, () -> retry(job, AttemptLog.Outcome.RETRY_LATER, reason));
            case JobOutcome.HandedBack() -> settle(job, () -> handBack(job));
            // nobody cancelled it here, else the run would not hold the attempt
            case JobOutcome.Cancelled() ->
                    settle(
                            job,
                            () ->
                                    retry(
                                            job,
                                            AttemptLog.Outcome.CANCELLED,
                                            "the worker gave it up"));
        }
    }

    void loseLease(Job job) {
        settle(job, () -> leaseLost(job));
    }

    private void leaseLost(Job job) {
        attempts.add(job, AttemptLog.Outcome.LEASE_LOST, "its worker went silent");
        if (job.lostLeases() + 1 >= KindPolicy.LOST_LEASES) {
            die(job, "Its workers went silent again and again.");
        } else {
            again(job, 0, 1, Duration.ZERO);
        }
    }

    /** The rows are held. */
    void succeed(Map<UUID, JobResult> results) {
        if (results.isEmpty()) {
            return;
        }
        var rows = new ArrayList<JobRows.End>();
        results.forEach((id, result) -> rows.add(JobRows.End.succeeded(id, result)));
        for (var done : moves.finish(JobRows.json(rows))) {
            var result = Objects.requireNonNull(results.get(done.id()));
            settle(done, () -> succeeded(done, result));
        }
    }

    private void succeeded(Job done, JobResult result) {
        paces.measured(done);
        listeners.of(done).succeeded(done, result);
        flows.land(done, false);
    }

    private void settle(Job job, Runnable work) {
        spans.settle(job.traced(), work);
    }

    private void retry(Job job, AttemptLog.Outcome outcome, String reason) {
        LOG.warn("attempt {} of job {} failed: {}", job.attempt(), job.id(), reason);
        attempts.add(job, outcome, reason);
        var policy = KindPolicy.of(job.jobKind());
        int failures = job.failures() + 1;
        if (failures >= policy.failures()) {
            die(job, "It failed again and again; the last time: " + reason);
        } else {
            again(job, 1, 0, policy.restAfter(failures));
        }
    }

    private void handBack(Job job) {
        attempts.add(job, AttemptLog.Outcome.HANDED_BACK, "its worker was stopped");
        again(job, 0, 0, Duration.ZERO);
    }

    private void again(Job job, int failed, int lost, Duration rest) {
        moves.again(job.id(), failed, lost, rest.toMillis());
        queued.publishEvent(new JobsQueued());
    }

    private void die(Job job, String detail) {
        finish(job, JobStatus.DEAD, JobProblem.INTERNAL_ERROR, detail);
    }

    private void fail(Job job, JobStatus status, JobProblem problem, String detail) {
        attempts.add(job, AttemptLog.Outcome.FAILED, detail);
        finish(job, status, problem, detail);
    }

    private void finish(Job job, JobStatus status, JobProblem problem, @Nullable String detail) {
        var end = JobRows.End.failed(job.id(), status, problem, detail);
        var done = moves.finish(JobRows.json(List.of(end))).getFirst();
        if (isDispensable(done)) {
            flows.land(done, true);
        } else {
            flows.fell(done);
            listeners.of(done).failed(done);
        }
    }

    private static boolean isDispensable(Job job) {
        return job.part() != null
                && KindPolicy.of(job.jobKind()).partFailure() == KindPolicy.PartFailure.DEGRADES;
    }
}
