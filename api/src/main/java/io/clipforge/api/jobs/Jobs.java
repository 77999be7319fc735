package io.clipforge.api.jobs;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The jobs of a tenant. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Jobs extends GenericRepository<Job, UUID> {

    @Query(
            """
            insert into jobs (kind, spec, flow_id, ingest_id, asset_id, export_id, status, waits_for, attempt)
            values (:kind, :spec::jsonb, :flowId, :ingestId, :assetId, :exportId, :status, :waitsFor, 1)
            returning *
            """)
    Job add(
            String kind,
            @Nullable String spec,
            UUID flowId,
            @Nullable UUID ingestId,
            @Nullable UUID assetId,
            @Nullable UUID exportId,
            String status,
            int waitsFor);

    @Query("select * from jobs where id = :id")
    Optional<Job> find(UUID id);

    @Query("select * from jobs where flow_id = :flowId order by id")
    List<Job> ofFlow(UUID flowId);

    @Query(
            """
            select * from jobs
             where (:before::uuid is null or id < :before)
               and (:kind::text is null or kind = :kind)
               and (:status::text is null or status = :status)
               and (:assetId::uuid is null or asset_id = :assetId)
             order by id desc
             limit :limit
            """)
    List<Job> list(
            @Nullable UUID before,
            @Nullable String kind,
            @Nullable String status,
            @Nullable UUID assetId,
            int limit);

    /** One of the jobs it waits for has landed; answers the job when that was the last. */
    @Query(
            """
            update jobs set waits_for = waits_for - 1, updated_at = now()
             where flow_id = :flowId and kind = :kind and status = 'waiting' and waits_for > 0
            returning waits_for
            """)
    Optional<Integer> arrive(UUID flowId, String kind);

    @Query(
            """
            update jobs
               set status = 'queued', spec = :spec::jsonb, due_at = now(),
                   change = nextval('job_changes'), updated_at = now()
             where flow_id = :flowId and kind = :kind and status = 'waiting' and waits_for = 0
            """)
    int release(UUID flowId, String kind, String spec);

    /** The first accepted report of a run binds the attempt to it. */
    @Query(
            """
            update jobs
               set status = 'running', run_id = :run, worker = :worker,
                   lease_until = now() + :leaseMs * interval '1 millisecond',
                   started_at = coalesce(started_at, now()),
                   change = nextval('job_changes'), updated_at = now()
             where id = :id and attempt = :attempt and status = 'queued'
            returning *
            """)
    List<Job> bind(UUID id, int attempt, UUID run, String worker, long leaseMs);

    /** Whether the report that bound the attempt came again. */
    @Query(
            """
            select exists (select from jobs
                            where id = :id and attempt = :attempt and run_id = :run and status = 'running')
            """)
    boolean holds(UUID id, int attempt, UUID run);

    /** The job, locked, while this run may still say something about it. */
    @Query(
            """
            select * from jobs
             where id = :id and attempt = :attempt
               and (status = 'running' and run_id = :run or status = 'queued' and run_id is null)
               for update
            """)
    Optional<Job> hold(UUID id, int attempt, UUID run);

    /** The job, locked, if its worker has been silent for longer than the lease. */
    @Query(
            "select * from jobs where id = :id and status = 'running' and lease_until < now() for update")
    Optional<Job> holdExpired(UUID id);

    @Query(
            """
            update jobs
               set status = :status, progress = :progress, result = :result::jsonb,
                   problem_code = :problemCode, problem_detail = :problemDetail,
                   lease_until = null, finished_at = now(),
                   change = nextval('job_changes'), updated_at = now()
             where id = :id
            returning *
            """)
    Job finish(
            UUID id,
            String status,
            double progress,
            @Nullable String result,
            @Nullable String problemCode,
            @Nullable String problemDetail);

    /** Back to the queue as the next attempt. */
    @Query(
            """
            update jobs
               set status = 'queued', attempt = attempt + 1, lost_leases = lost_leases + :lost,
                   run_id = null, worker = null, lease_until = null, dispatched_at = null,
                   due_at = now() + :delayMs * interval '1 millisecond', progress = 0, stage = null,
                   change = nextval('job_changes'), updated_at = now()
             where id = :id
            returning *
            """)
    Job requeue(UUID id, int lost, long delayMs);

    /** Ends what has not ended of a flow; the answer names the runs to stop. */
    @Query(
            """
            update jobs
               set status = 'cancelled', lease_until = null, finished_at = now(),
                   change = nextval('job_changes'), updated_at = now()
             where flow_id = :flowId and status in ('waiting', 'queued', 'running')
            returning *
            """)
    List<Job> cancelFlow(UUID flowId);
}
