package io.clipforge.api.jobs;

import io.clipforge.api.json.StoredJson;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tracing.Traces;
import io.clipforge.jobs.JobKind;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes and finds jobs for the features that need them. */
@Singleton
public class JobService {
    private final Jobs jobs;
    private final JobAttempts attempts;
    private final Paces paces;
    private final ApplicationEventPublisher<JobsQueued> queued;
    private final Traces traces;
    private final Clock clock;

    JobService(
            Jobs jobs,
            JobAttempts attempts,
            Paces paces,
            ApplicationEventPublisher<JobsQueued> queued,
            Traces traces,
            Clock clock) {
        this.jobs = jobs;
        this.attempts = attempts;
        this.paces = paces;
        this.queued = queued;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * Commits with the transaction in hand; the relay puts it on the wire afterwards. A job whose
     * deduplication key is taken is not made.
     *
     * @return the job, or the one that has the key
     */
    @TenantTransactional
    public Job submit(NewJob job) {
        return submitAll(List.of(job)).stream().findFirst().orElseGet(() -> holderOfKey(job));
    }

    /**
     * As {@link #submit}, many at once.
     *
     * @return those that were made
     */
    @TenantTransactional
    public List<Job> submitAll(List<NewJob> wanted) {
        var place = traces.here();
        var rows =
                wanted.stream()
                        .map(it ->
                                JobRows.Added.of(
                                        it,
                                        firstStatus(it),
                                        paces.expectedMs(it.kind(), it.workMs()),
                                        place))
                        .toList();
        var made = jobs.add(JobRows.json(rows));
        if (wanted.stream().anyMatch(it -> firstStatus(it) == JobStatus.QUEUED)) {
            queued.publishEvent(new JobsQueued());
        }
        return made;
    }

    @TenantTransactional
    public Optional<Job> find(UUID id) {
        return jobs.find(id);
    }

    /** By their ids; who is not there is left out. */
    @TenantTransactional
    public Map<UUID, Job> findAll(Collection<UUID> ids) {
        return jobs.findAll(StoredJson.text(ids)).stream()
                .collect(Collectors.toMap(Job::id, Function.identity()));
    }

    /** Refuses an id that is not there. */
    @TenantTransactional
    Job get(UUID id) {
        return jobs.find(id).orElseThrow(() -> ApiProblem.notFound("job"));
    }

    /** Those that were given up, oldest first. */
    @TenantTransactional
    List<Job> dead(@Nullable JobKind kind, int limit) {
        return jobs.dead(kind == null ? null : kind.wireName(), limit);
    }

    @TenantTransactional
    public List<Job> flow(UUID flowId) {
        return jobs.ofFlow(flowId);
    }

    @TenantTransactional
    List<Job> list(
            UUID before,
            @Nullable JobKind kind,
            @Nullable String status,
            @Nullable UUID assetId,
            int limit) {
        return jobs.list(before, kind == null ? null : kind.wireName(), status, assetId, limit);
    }

    @TenantTransactional
    List<JobAttempt> attempts(UUID jobId) {
        return attempts.list(jobId);
    }

    /** What a run left behind without success has been deleted. */
    @TenantTransactional
    public void swept(UUID jobId, UUID run) {
        attempts.swept(jobId, run);
    }

    /** How many of the organization's own jobs come before it. */
    @TenantTransactional
    int countBefore(Job job, int most) {
        return jobs.countBefore(job.id(), job.kind(), job.priority(), most);
    }

    private JobStatus firstStatus(NewJob job) {
        if (job.waitsFor() > 0) {
            return JobStatus.WAITING;
        }
        boolean later = job.runAt() != null && job.runAt().isAfter(clock.instant());
        return later ? JobStatus.SCHEDULED : JobStatus.QUEUED;
    }

    private Job holderOfKey(NewJob job) {
        if (job.deduplicationKey() == null) {
            throw new IllegalStateException("job " + job.id() + " was not made");
        }
        return jobs.findUnfinished(job.deduplicationKey())
                .orElseThrow(() ->
                        ApiProblem.of(ProblemType.CONFLICT, "The same work has ended just now."));
    }
}
