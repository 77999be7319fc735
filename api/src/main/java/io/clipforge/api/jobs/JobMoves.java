package io.clipforge.api.jobs;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes the jobs of a tenant. Lists travel as JSON, so that one statement moves many; rows are
 * locked in order of id, so that two who lock several do not wait for each other. Ids become
 * arrays, so that each is looked up: PostgreSQL expects a tenant to have few rows, and would join
 * them all.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface JobMoves extends GenericRepository<Job, UUID> {

    /** Whoever ends jobs of a flow takes turns; to be called before any of its rows is locked. */
    @Query(
            """
            select count(pg_advisory_xact_lock(hashtextextended(flow, 0)))
              from (select value as flow from jsonb_array_elements_text(:flows::jsonb) order by value) as ordered
            """)
    long lockFlows(String flows);

    @Query(
            """
            select id, status, attempt, run_id, part from jobs
             where id = any (array(select value::uuid from jsonb_array_elements_text(:ids::jsonb)))
             order by id
               for update
            """)
    List<RunState> hold(String ids);

    /** Rows that are held already. */
    @Query(
            """
            select * from jobs
             where id = any (array(select value::uuid from jsonb_array_elements_text(:ids::jsonb)))
             order by id
            """)
    List<Job> held(String ids);

    /** The job, locked, if its worker has been silent for longer than the lease. */
    @Query(
            """
            select * from jobs
             where id = :id and status = 'running'
               and lease_until < now() - :unheardMs * interval '1 millisecond'
               for update
            """)
    Optional<Job> holdExpired(UUID id, long unheardMs);

    /** A run takes the attempt; the rows are held. */
    @Query(
            """
            with r as materialized (
                 select * from jsonb_to_recordset(:runs::jsonb) as r(id uuid, run uuid, worker text))
            update jobs
               set status = 'running', run_id = r.run, worker = r.worker,
                   lease_until = now() + :leaseMs * interval '1 millisecond',
                   started_at = coalesce(started_at, now()), began_at = now(),
                   change = nextval('job_changes'), updated_at = now()
              from r
             where jobs.id = any (array(select id from r)) and jobs.id = r.id
            returning jobs.*
            """)
    List<Job> bind(String runs, long leaseMs);

    /** Signs of life; one without news changes no more than the lease. The rows are held. */
    @Query(
            """
            with s as materialized (
                 select * from jsonb_to_recordset(:signs::jsonb) as s(id uuid, stage text, progress float8))
            update jobs
               set lease_until = now() + :leaseMs * interval '1 millisecond',
                   change = case when jobs.stage is distinct from s.stage or jobs.progress < s.progress
                                 then nextval('job_changes') else change end,
                   stage = s.stage, progress = greatest(jobs.progress, s.progress), updated_at = now()
              from s
             where jobs.id = any (array(select id from s)) and jobs.id = s.id
            returning jobs.id
            """)
    List<UUID> extend(String signs, long leaseMs);

    @Query(
            """
            with e as materialized (
                 select * from jsonb_to_recordset(:ends::jsonb)
                   as e(id uuid, status text, result jsonb, "problemCode" text, "problemDetail" text))
            update jobs
               set status = e.status, progress = case e.status when 'succeeded' then 1 else jobs.progress end,
                   result = e.result, problem_code = e."problemCode", problem_detail = e."problemDetail",
                   lease_until = null, finished_at = now(),
                   change = nextval('job_changes'), updated_at = now()
              from e
             where jobs.id = any (array(select id from e)) and jobs.id = e.id
            returning jobs.*
            """)
    List<Job> finish(String ends);

    /** Another attempt, at once or after a rest. */
    @Query(
            """
            update jobs
               set status = case when :restMs > 0 then 'scheduled' else 'queued' end,
                   attempt = attempt + 1, failures = failures + :failed, lost_leases = lost_leases + :lost,
                   run_id = null, worker = null, lease_until = null, dispatched_at = null, began_at = null,
                   due_at = now() + :restMs * interval '1 millisecond', progress = 0, stage = null,
                   change = nextval('job_changes'), updated_at = now()
             where id = :id
            returning *
            """)
    Job again(UUID id, int failed, int lost, long restMs);

    /** One of those it waits for has ended. */
    @Query(
            """
            update jobs
               set waits_for = waits_for - 1, degraded = degraded or :degraded, updated_at = now()
             where id = :id and status = 'waiting'
            returning *
            """)
    List<Job> arrive(UUID id, boolean degraded);

    @Query(
            """
            update jobs
               set status = 'queued', spec = :spec::jsonb, due_at = now(),
                   change = nextval('job_changes'), updated_at = now()
             where id = :id
            returning *
            """)
    Job release(UUID id, String spec);

    /** A parent is as far as its children are. */
    @Query(
            """
            update jobs
               set progress = (select coalesce(avg(progress), 0) from jobs as child where child.parent_id = jobs.id),
                   change = nextval('job_changes'), updated_at = now()
             where id = any (array(
                   select parent_id from jobs as child
                    where child.part is not null
                      and child.id = any (array(
                          select value::uuid from jsonb_array_elements_text(:children::jsonb)))))
               and status = 'waiting'
            returning id
            """)
    List<UUID> progressParents(String children);

    /** Ends what has not ended of a flow, and answers it as it was. */
    @Query(
            """
            with held as (
                 select * from jobs
                  where flow_id = :flowId and status in ('waiting', 'scheduled', 'queued', 'running')
                  order by id
                    for update),
                 ended as (
                 update jobs
                    set status = 'cancelled', felled_by = :felledBy, lease_until = null, finished_at = now(),
                        change = nextval('job_changes'), updated_at = now()
                   from held
                  where jobs.id = held.id)
            select * from held
            """)
    List<Job> cancelFlow(UUID flowId, @org.jspecify.annotations.Nullable UUID felledBy);

    /** A dead job gets another life. */
    @Query(
            """
            update jobs
               set status = 'queued', attempt = attempt + 1, failures = 0, lost_leases = 0,
                   run_id = null, worker = null, dispatched_at = null, began_at = null,
                   problem_code = null, problem_detail = null, finished_at = null,
                   due_at = now(), progress = 0, stage = null,
                   change = nextval('job_changes'), updated_at = now()
             where id = :id and status = 'dead'
            returning *
            """)
    List<Job> redrive(UUID id);

    /** What a job took with it when it died goes on where it was. */
    @Query(
            """
            update jobs
               set status = case when waits_for > 0 then 'waiting' else 'queued' end,
                   attempt = attempt + 1, run_id = null, worker = null, dispatched_at = null, began_at = null,
                   felled_by = null, finished_at = null, due_at = now(), progress = 0, stage = null,
                   change = nextval('job_changes'), updated_at = now()
             where felled_by = :felledBy and status = 'cancelled'
            returning *
            """)
    List<Job> revive(UUID felledBy);
}
