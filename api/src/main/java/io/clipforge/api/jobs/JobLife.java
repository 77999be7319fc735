package io.clipforge.api.jobs;

import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.Lease;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies what workers say, and what their silence says, to the jobs of a tenant. */
@Singleton
public class JobLife {
    private static final Logger LOG = LoggerFactory.getLogger(JobLife.class);

    private final JobMoves moves;
    private final JobEnds ends;
    private final JobListeners listeners;
    private final AttemptLog attempts;

    JobLife(JobMoves moves, JobEnds ends, JobListeners listeners, AttemptLog attempts) {
        this.moves = moves;
        this.ends = ends;
        this.listeners = listeners;
        this.attempts = attempts;
    }

    /**
     * Applies reports, in their order, together or not at all.
     *
     * @param flows of those reports which may end more than their own job
     * @return the runs that do not hold their attempt, or not any more
     */
    @TenantTransactional
    public List<UUID> apply(List<JobReport> reports, Collection<UUID> flows) {
        if (!flows.isEmpty()) {
            moves.lockFlows(JobRows.json(flows));
        }
        var ids = reports.stream().map(JobReport::jobId).distinct().toList();
        var batch = new ReportBatch(moves.hold(JobRows.json(ids)));
        reports.forEach(batch::hear);
        start(batch);
        extend(batch);
        end(batch);
        batch.refused().forEach(attempts::refused);
        return batch.refused().stream().map(JobReport::run).distinct().toList();
    }

    /**
     * @param unheardMs for how long nothing could be heard from any worker
     */
    @TenantTransactional
    public void loseLease(UUID id, UUID flowId, long unheardMs) {
        moves.lockFlows(JobRows.json(List.of(flowId)));
        moves.holdExpired(id, unheardMs)
                .ifPresent(job -> {
                    LOG.warn(
                            "job {} lost the worker {} of attempt {}",
                            id,
                            job.worker(),
                            job.attempt());
                    ends.loseLease(job);
                });
    }

    private void start(ReportBatch batch) {
        var rows = batch.takers().stream().map(JobRows.Bound::of).toList();
        if (!rows.isEmpty()) {
            moves.bind(JobRows.json(rows), Lease.TERM.toMillis())
                    .forEach(job -> listeners.of(job).started(job));
        }
    }

    private void extend(ReportBatch batch) {
        var rows = batch.signs().stream().map(JobRows.Sign::of).toList();
        if (!rows.isEmpty()) {
            moves.extend(JobRows.json(rows), Lease.TERM.toMillis());
        }
        var parts = rows.stream().map(JobRows.Sign::id).filter(batch::isPart).toList();
        if (!parts.isEmpty()) {
            moves.progressParents(JobRows.json(parts));
        }
    }

    private void end(ReportBatch batch) {
        ends.succeed(batch.results());
        var failures = batch.failures();
        if (!failures.isEmpty()) {
            moves.held(JobRows.json(failures.keySet()))
                    .forEach(job -> ends.end(job, Objects.requireNonNull(failures.get(job.id()))));
        }
    }
}
