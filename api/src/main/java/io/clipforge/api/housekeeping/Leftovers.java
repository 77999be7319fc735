package io.clipforge.api.housekeeping;

import io.clipforge.api.tenancy.RelayTransactional;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds what is left over of every tenant, oldest first, after the last one that was seen. */
@JdbcRepository(dialect = Dialect.POSTGRES)
@RelayTransactional
interface Leftovers extends GenericRepository<LeftRun, UUID> {

    /** A run that holds its job now is not over, whatever was written down about it. */
    @Query(
            """
            select past.run_id, past.job_id, past.org_id, past.environment, past.ended_at,
                   jobs.status = 'succeeded' and jobs.run_id is not distinct from past.run_id as accepted,
                   jobs.spec ->> 'outputPrefix' as output_prefix
              from job_attempts as past join jobs on jobs.id = past.job_id
             where past.swept_at is null and past.ended_at < now() - :keptMs * interval '1 millisecond'
               and (past.ended_at, past.run_id) > (:endedAt, :runId)
               and not (jobs.status = 'running' and jobs.run_id is not distinct from past.run_id)
             order by past.ended_at, past.run_id
             limit :limit
            """)
    List<LeftRun> runs(long keptMs, Instant endedAt, UUID runId, int limit);

    @Query(
            """
            select id, org_id, environment, expires_at as since from uploads
             where status = 'open' and expires_at <= now() and (expires_at, id) > (:since, :id)
             order by expires_at, id
             limit :limit
            """)
    List<Leftover> uploads(Instant since, UUID id, int limit);

    @Query(
            """
            select id, org_id, environment, deleted_at as since from assets
             where deleted_at < now() - :keptMs * interval '1 millisecond' and purged_at is null
               and (deleted_at, id) > (:since, :id)
             order by deleted_at, id
             limit :limit
            """)
    List<Leftover> assets(long keptMs, Instant since, UUID id, int limit);

    /** Tenants with answers that are past their time. */
    @Query(
            """
            select distinct org_id, environment from idempotency_keys
             where expires_at <= now() and (org_id, environment) > (:orgId, :environment)
             order by org_id, environment
             limit :limit
            """)
    List<LeftTenant> answers(UUID orgId, String environment, int limit);
}
