package io.clipforge.api.jobs;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The runs that did not bring a job of the tenant to its success. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface JobAttempts extends GenericRepository<JobAttempt, UUID> {

    /** What the run of a job came to; the row still says how far it was. */
    @Query(
            """
            insert into job_attempts (job_id, run_id, attempt, worker, outcome, detail, stage, progress, started_at)
            values (:jobId, :runId, :attempt, :worker, :outcome, :detail, :stage, :progress, :startedAt)
            on conflict (job_id, run_id) do nothing
            """)
    void add(
            UUID jobId,
            UUID runId,
            int attempt,
            @Nullable String worker,
            String outcome,
            @Nullable String detail,
            @Nullable String stage,
            double progress,
            java.time.@Nullable Instant startedAt);

    /** Nothing that the run wrote is there any more but what was accepted. */
    @Query(
            """
            update job_attempts set swept_at = now()
             where job_id = :jobId and run_id = :runId and swept_at is null
            """)
    void swept(UUID jobId, UUID runId);

    @Query("select * from job_attempts where job_id = :jobId order by ended_at, run_id")
    List<JobAttempt> list(UUID jobId);
}
