package io.clipforge.api.operator;

import io.clipforge.api.tenancy.RelayTransactional;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The jobs of every tenant by number, and the kinds that are held back. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QueueTable extends GenericRepository<QueueRow, String> {

    /** In four pieces, each of which a small index answers however many jobs have ended. */
    @RelayTransactional
    @Query(
            """
            select kind, priority,
                   count(*) filter (where status = 'waiting')::int as waiting,
                   count(*) filter (where status = 'scheduled')::int as scheduled,
                   count(*) filter (where status = 'queued')::int as queued,
                   count(*) filter (where status = 'queued' and dispatched_at is not null)::int as released,
                   count(*) filter (where status = 'running')::int as running,
                   coalesce(extract(epoch from now() - min(due_at) filter (where status = 'queued')), 0)::float8
                       as oldest_seconds
              from (select kind, priority, status, dispatched_at, due_at from jobs where status = 'waiting'
                     union all
                    select kind, priority, status, dispatched_at, due_at from jobs where status = 'scheduled'
                     union all
                    select kind, priority, status, dispatched_at, due_at from jobs
                     where status = 'queued' and dispatched_at is null
                     union all
                    select kind, priority, status, dispatched_at, due_at from jobs
                     where status = 'running' or (status = 'queued' and dispatched_at is not null)) as unfinished
             group by kind, priority
            """)
    List<LaneFigures> unfinished();

    @RelayTransactional
    @Query("select kind, count(*)::int as count from jobs where status = 'dead' group by kind")
    List<KindCount> dead();

    @RelayTransactional
    @Query("select kind from paused_kinds")
    List<QueueRow> paused();

    @RelayTransactional
    @Query("insert into paused_kinds (kind) values (:kind) on conflict do nothing")
    void pause(String kind);

    @RelayTransactional
    @Query("delete from paused_kinds where kind = :kind")
    void resume(String kind);
}
