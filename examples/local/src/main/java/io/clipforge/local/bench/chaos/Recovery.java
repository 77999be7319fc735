package io.clipforge.local.bench.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How long jobs were in nobody's hands after their worker had been killed.
 *
 * @param undisturbed seconds, each from the kill to the next start
 * @param duringOutage the same where Redis or PostgreSQL was away in between
 */
record Recovery(List<Double> undisturbed, List<Double> duringOutage) {
    /** A run that was lost, and when the next one of its job began. */
    record Loss(String worker, UUID job, Instant nextStart) {}

    static Recovery look(Connection connection, List<Incident> incidents) throws SQLException {
        var losses =
                Rows.of(
                        connection,
                        """
                        select worker, job_id, next_start
                          from (select lost.worker, lost.job_id, least(
                                           (select min(later.started_at) from job_attempts later
                                             where later.job_id = lost.job_id and later.attempt > lost.attempt),
                                           (select job.began_at from jobs job
                                             where job.id = lost.job_id and job.attempt > lost.attempt)) as next_start
                                  from job_attempts lost
                                 where lost.outcome = 'lease_lost') as loss
                         where next_start is not null
                        """,
                        row ->
                                new Loss(
                                        row.getString(1),
                                        row.getObject(2, UUID.class),
                                        row.getObject(3, OffsetDateTime.class).toInstant()));
        return of(losses, incidents);
    }

    static Recovery of(List<Loss> losses, List<Incident> incidents) {
        var undisturbed = new ArrayList<Double>();
        var duringOutage = new ArrayList<Double>();
        for (var loss : losses) {
            for (var kill : kills(incidents, loss)) {
                boolean outage =
                        incidents.stream()
                                .anyMatch(it -> it.outageBetween(kill.begin(), loss.nextStart()));
                var time = Duration.between(kill.begin(), loss.nextStart()).toMillis() / 1_000.0;
                (outage ? duringOutage : undisturbed).add(time);
            }
        }
        return new Recovery(List.copyOf(undisturbed), List.copyOf(duringOutage));
    }

    /**
     * At most one: each start of a process has a name of its own. None where the worker had lost
     * the job before, frozen or cut off.
     */
    private static List<Incident> kills(List<Incident> incidents, Loss loss) {
        return incidents.stream()
                .filter(it -> it.fault() instanceof Fault.Kill)
                .filter(it -> it.worker().equals(loss.worker()))
                .filter(it -> it.begin().isBefore(loss.nextStart()))
                .toList();
    }
}
