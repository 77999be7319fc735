package io.clipforge.api.jobs;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The jobs of every tenant, in the role of the relay. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RelayedJobs extends GenericRepository<RelayedJob, UUID> {

    /** Locks and marks what is due, oldest first. */
    @Query(
            """
            update jobs set dispatched_at = now()
             where id in (
                   select id from jobs
                    where status = 'queued' and dispatched_at is null and due_at <= now()
                    order by due_at
                    limit :limit
                      for update skip locked)
            returning id, org_id, environment, kind, spec, attempt
            """)
    List<RelayedJob> takeDue(int limit);

    /** Whatever was handed to a queue that has forgotten since has to be handed over again. */
    @Query(
            "update jobs set dispatched_at = null where status = 'queued' and dispatched_at is not null")
    int forgetDispatches();

    @Query("select epoch from queue_epoch")
    Optional<String> epoch();

    @Query(
            """
            insert into queue_epoch (epoch) values (:epoch)
            on conflict (only_row) do update set epoch = excluded.epoch
            """)
    void rememberEpoch(String epoch);

    @Query("select id, org_id, environment, kind, '' as spec, attempt from jobs where id = :id")
    Optional<RelayedJob> find(UUID id);

    /** A sign of life; a sign without news changes no more than the lease. */
    @Query(
            """
            update jobs
               set lease_until = now() + :leaseMs * interval '1 millisecond',
                   change = case when stage is distinct from :stage or progress <> :progress
                                 then nextval('job_changes') else change end,
                   stage = :stage, progress = greatest(progress, :progress), updated_at = now()
             where id = :id and attempt = :attempt and run_id = :run and status = 'running'
            """)
    int extend(UUID id, int attempt, UUID run, String stage, double progress, long leaseMs);

    @Query(
            """
            select id, org_id, environment, kind, '' as spec, attempt from jobs
             where status = 'running' and lease_until < now()
             order by lease_until
             limit :limit
            """)
    List<RelayedJob> expired(int limit);
}
