package io.clipforge.api.jobs;

import io.clipforge.api.json.StoredJson;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.tenancy.TenantTransactional;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the jobs of one flow mean for each other: they wait, fall, are cancelled and go on together.
 */
@Singleton
public class JobFlows {
    private final Jobs jobs;
    private final JobMoves moves;
    private final JobListeners listeners;
    private final AttemptLog attempts;
    private final ApplicationEventPublisher<RunsUnwanted> unwanted;
    private final ApplicationEventPublisher<JobsQueued> queued;

    JobFlows(
            Jobs jobs,
            JobMoves moves,
            JobListeners listeners,
            AttemptLog attempts,
            ApplicationEventPublisher<RunsUnwanted> unwanted,
            ApplicationEventPublisher<JobsQueued> queued) {
        this.jobs = jobs;
        this.moves = moves;
        this.listeners = listeners;
        this.attempts = attempts;
        this.unwanted = unwanted;
        this.queued = queued;
    }

    /** Cancels the whole flow of a job: no part of it makes sense alone. */
    @TenantTransactional
    public Job cancel(UUID id) {
        var job = hold(id);
        var cancelled = moves.cancelFlow(job.flowId(), null);
        if (cancelled.isEmpty()) {
            if (wasCancelled(job.flowId())) {
                return job;
            }
            throw ApiProblem.of(
                    ProblemType.JOB_NOT_CANCELLABLE, "The job has " + job.status() + " already.");
        }
        stop(cancelled);
        listeners.of(job).cancelled(job);
        return jobs.find(id).orElseThrow();
    }

    /** By somebody who wanted that; what fails cancels the others of its flow as well. */
    private boolean wasCancelled(UUID flowId) {
        var ends = jobs.ofFlow(flowId).stream().map(Job::state).collect(Collectors.toSet());
        return ends.contains(JobStatus.CANCELLED)
                && !ends.contains(JobStatus.FAILED)
                && !ends.contains(JobStatus.DEAD);
    }

    /**
     * Gives a dead job another life, and with it what its death had cancelled. Empty when it is not
     * dead, or its flow went on without it.
     */
    @TenantTransactional
    Optional<Job> tryRedrive(UUID id) {
        var job = hold(id);
        if (job.state() != JobStatus.DEAD || wasDoneWithout(job)) {
            return Optional.empty();
        }
        var alive = moves.redrive(id).getFirst();
        moves.revive(id);
        listeners.of(alive).redriven(alive);
        queued.publishEvent(new JobsQueued());
        return Optional.of(alive);
    }

    /** The job has ended, and the one that waits for it may go on. */
    void land(Job job, boolean degraded) {
        if (job.parentId() != null) {
            moves.arrive(job.parentId(), degraded).stream()
                    .filter(it -> it.waitsFor() == 0)
                    .forEach(this::release);
        }
    }

    /** The job has failed for good, and the rest of its flow with it. */
    void fell(Job job) {
        stop(moves.cancelFlow(job.flowId(), job.id()));
    }

    private void release(Job parent) {
        var children = jobs.ofParent(parent.id()).stream().map(Landed::new).toList();
        var spec = listeners.of(parent).join(parent, children);
        moves.release(parent.id(), StoredJson.text(spec));
        queued.publishEvent(new JobsQueued());
    }

    private void stop(List<Job> cancelled) {
        var running = cancelled.stream().filter(it -> it.runId() != null).toList();
        running.forEach(it -> attempts.add(it, AttemptLog.Outcome.CANCELLED, null));
        unwanted.publishEvent(
                new RunsUnwanted(
                        running.stream().map(Job::runId).filter(Objects::nonNull).toList()));
    }

    private Job hold(UUID id) {
        var flow = jobs.find(id).orElseThrow(() -> ApiProblem.notFound("job")).flowId();
        moves.lockFlows(JobRows.json(List.of(flow)));
        return jobs.find(id).orElseThrow(() -> ApiProblem.notFound("job"));
    }

    private boolean wasDoneWithout(Job job) {
        return job.parentId() != null
                && jobs.find(job.parentId())
                        .filter(it -> it.state() != JobStatus.CANCELLED)
                        .isPresent();
    }
}
