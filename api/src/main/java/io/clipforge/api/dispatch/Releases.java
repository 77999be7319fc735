package io.clipforge.api.dispatch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Chooses among the jobs of every tenant, in the role of the relay. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Releases extends GenericRepository<ReleasedJob, UUID> {

    /** One replica chooses at a time, until its transaction ends: turns are counted exactly. */
    @Query("select pg_try_advisory_xact_lock(hashtext('clipforge dispatch'))")
    boolean lead();

    /** Whose time has come waits for a worker from now on. */
    @Query(
            """
            update jobs
               set status = 'queued', change = nextval('job_changes'), updated_at = now()
             where id in (select id from jobs
                           where status = 'scheduled' and due_at <= now()
                           order by due_at
                           limit :limit
                             for update skip locked)
            returning id
            """)
    List<UUID> wake(int limit);

    /**
     * Lanes with someone waiting, but for kinds that are held back; none unless this replica leads.
     */
    @Query(
            """
            with leader as materialized (
                 select pg_try_advisory_xact_lock(hashtext('clipforge dispatch')) as leads)
            select kind.value as kind, priority
              from jsonb_array_elements_text(:kinds::jsonb) as kind
             cross join (values ('high'), ('standard'), ('batch')) as lane(priority)
             cross join lateral (
                   select from jobs
                    where jobs.kind = kind.value and jobs.priority = lane.priority
                      and status = 'queued' and dispatched_at is null
                    limit 1) as first
             where (select leads from leader)
               and not exists (select from paused_kinds as paused where paused.kind = kind.value)
            """)
    List<LaneRow> waiting(String kinds);

    /**
     * Releases the next jobs of a lane: start-time fair queueing (Goyal, Vin and Cheng, 1996). Each
     * organization has a virtual time at which its last job will have had its share, which is its
     * expected cost divided by the organization's weight. Whoever is furthest behind is next; one
     * that was away does not save up turns. An organization at its cap is passed over.
     *
     * <p>Ids go on as arrays: how many are chosen is not known when the statement is planned, and a
     * join would be planned as if it were the whole table.
     *
     * @param room how many at most
     */
    @Query(
            """
            with recursive present(org_id) as (
                (select org_id from jobs
                  where kind = :kind and priority = :priority and status = 'queued' and dispatched_at is null
                  order by org_id limit 1)
                 union all
                 select (select jobs.org_id from jobs
                          where kind = :kind and priority = :priority and status = 'queued'
                            and dispatched_at is null and jobs.org_id > present.org_id
                          order by jobs.org_id limit 1)
                   from present where present.org_id is not null),
            turn as materialized (
                 select present.org_id, coalesce(share.weight, 1) as weight,
                        greatest(coalesce(past.finish, 0), coalesce(lane.virtual_time, 0)) as start,
                        case when share.max_running is null then :room
                             else least(:room, share.max_running - (
                                  select count(*) from jobs
                                   where jobs.org_id = present.org_id
                                     and (status = 'running' or (status = 'queued' and dispatched_at is not null))))
                        end as allowed,
                        count(*) over () as organizations
                   from present
                   left join job_shares as share on share.org_id = present.org_id
                   left join dispatch_turns as past
                     on past.kind = :kind and past.priority = :priority and past.organization = present.org_id
                   left join dispatch_lanes as lane on lane.kind = :kind and lane.priority = :priority
                  where present.org_id is not null
                  order by start
                  limit :room),
            head as (
                 select job.id, turn.org_id,
                        turn.start + (sum(job.cost_ms) over next - job.cost_ms)::float8 / turn.weight as start,
                        turn.start + (sum(job.cost_ms) over next)::float8 / turn.weight as finish
                   from turn
                  cross join lateral (
                        select id, cost_ms, due_at from jobs
                         where kind = :kind and priority = :priority and org_id = turn.org_id
                           and status = 'queued' and dispatched_at is null and due_at <= now()
                         order by due_at, id
                         limit greatest(0, least(turn.allowed, 8 + 4 * :room / turn.organizations))) as job
                 window next as (partition by turn.org_id order by job.due_at, job.id)),
            chosen as (
                 select * from head order by start, org_id limit :room),
            held as (
                 select jobs.id from jobs
                  where jobs.id = any (array(select id from chosen))
                    and status = 'queued' and dispatched_at is null
                  order by jobs.id
                    for update of jobs skip locked),
            released as (
                 update jobs set dispatched_at = now()
                  where jobs.id = any (array(select id from held))
                 returning jobs.id, jobs.kind, jobs.spec, jobs.attempt, jobs.traceparent),
            counted as (
                 insert into dispatch_turns (kind, priority, organization, finish)
                 select :kind, :priority, org_id, max(finish) from chosen group by org_id
                 on conflict (kind, priority, organization) do update set finish = excluded.finish),
            passed as (
                 insert into dispatch_lanes (kind, priority, virtual_time)
                 select :kind, :priority, max(start) from chosen having count(*) > 0
                 on conflict (kind, priority)
                    do update set virtual_time = greatest(dispatch_lanes.virtual_time, excluded.virtual_time))
            select released.id, released.kind, released.spec, released.attempt, released.traceparent
              from released join chosen on chosen.id = released.id
             order by chosen.start, chosen.org_id
            """)
    List<ReleasedJob> release(String kind, String priority, int room);

    /** Whatever was handed to a queue that has forgotten since has to be handed over again. */
    @Query(
            """
            update jobs
               set dispatched_at = null, due_at = greatest(due_at, now()) + :restMs * interval '1 millisecond'
             where kind = :kind and status = 'queued' and dispatched_at is not null
            """)
    int forget(String kind, long restMs);

    @Query("select epoch from queue_epochs where kind = :kind")
    Optional<String> epoch(String kind);

    @Query(
            """
            insert into queue_epochs (kind, epoch) values (:kind, :epoch)
            on conflict (kind) do update set epoch = excluded.epoch
            """)
    void rememberEpoch(String kind, String epoch);
}
