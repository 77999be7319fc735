package io.clipforge.api.housekeeping;

import io.clipforge.api.tenancy.RelayTransactional;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose turn it is; each question is a short transaction by itself. */
@JdbcRepository(dialect = Dialect.POSTGRES)
@RelayTransactional
interface Schedules extends GenericRepository<ScheduleRow, String> {

    /** One that is known keeps its time, unless its expression has changed and it is not due. */
    @Query(
            """
            insert into schedules (name, cron, next_at) values (:name, :cron, :next)
            on conflict (name) do update
               set cron = excluded.cron,
                   next_at = case when schedules.next_at > now() then excluded.next_at else schedules.next_at end
             where schedules.cron <> excluded.cron
            """)
    int register(String name, String cron, Instant next);

    @Query(
            """
            select name, case when held_until is null then next_at <= now() else held_until <= now() end as due,
                   coalesce(last_succeeded_at, created_at) as succeeded_at, now() as seen_at
              from schedules where name = :name
            """)
    Optional<ScheduleRow> find(String name);

    /**
     * Takes a run that is due, for one of those who ask.
     *
     * @param next when to run again, whatever becomes of this run
     * @param leaseMs how long the run may say nothing before it counts as dead
     * @return the number of the run, or nothing
     */
    @Query(
            """
            update schedules
               set next_at = :next, held_until = now() + :leaseMs * interval '1 millisecond',
                   last_started_at = now(), runs = runs + 1
             where name in (
                   select name from schedules
                    where name = :name
                      and case when held_until is null then next_at <= now() else held_until <= now() end
                      for update skip locked)
            returning runs
            """)
    List<Long> take(String name, Instant next, long leaseMs);

    /**
     * @return 0 when the run has been taken by another
     */
    @Query(
            """
            update schedules
               set held_until = now() + :leaseMs * interval '1 millisecond'
             where name = :name and runs = :run and held_until is not null
            """)
    int extend(String name, long run, long leaseMs);

    /**
     * @param error why it went wrong; absent when it went well
     */
    @Query(
            """
            update schedules
               set held_until = null, last_ended_at = now(), last_error = :error,
                   last_succeeded_at = case when :error::text is null then now() else last_succeeded_at end
             where name = :name and runs = :run and held_until is not null
            """)
    int end(String name, long run, @Nullable String error);
}
