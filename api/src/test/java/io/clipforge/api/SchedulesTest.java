package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.background.BackgroundTask;
import io.clipforge.api.housekeeping.Housekeeping;
import io.clipforge.api.housekeeping.Schedule;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who runs what is due, and how often. */
class SchedulesTest {
    private final Tally tally = new Tally("tally-" + UUID.randomUUID());

    /** Counts its runs, each of three steps. */
    private static final class Tally implements Schedule {
        final AtomicInteger begun = new AtomicInteger();
        final AtomicInteger finished = new AtomicInteger();
        private final String name;
        volatile @Nullable RuntimeException trouble;

        Tally(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String cron() {
            return "0 0 0 1 1 *";
        }

        @Override
        public Work begin() {
            begun.incrementAndGet();
            var steps = new AtomicInteger();
            return () -> {
                if (trouble != null) {
                    throw trouble;
                }
                if (steps.incrementAndGet() < 3) {
                    return true;
                }
                finished.incrementAndGet();
                return false;
            };
        }
    }

    @Test
    void whatIsNotDueIsNotRun() throws Exception {
        idle(replica());
        assertEquals(0, tally.begun.get());
    }

    @Test
    void replicasThatAskAtOnceRunADueScheduleOnce() throws Exception {
        int replicas = 4;
        idle(replica());
        for (int round = 1; round <= 5; round++) {
            due();
            var start = new CyclicBarrier(replicas);
            var asking =
                    IntStream.range(0, replicas).mapToObj(_ -> asking(replica(), start)).toList();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var asked : threads.invokeAll(asking)) {
                    asked.get();
                }
            }
            assertEquals(round, tally.finished.get());
            assertEquals(round, tally.begun.get());
        }
        assertEquals("5", column("runs"));
    }

    @Test
    void aRunInHandIsNotBegunByAnotherReplica() throws Exception {
        var first = replica();
        idle(first);
        due();
        assertTrue(first.step());
        due();
        assertFalse(replica().step());
        idle(first);
        assertEquals(1, tally.finished.get());
        idle(replica());
        assertEquals(2, tally.finished.get());
    }

    @Test
    void timesThatWereMissedComeToOneRun() throws Exception {
        idle(replica());
        Database.change(
                "update schedules set cron = '* * * * * *', next_at = now() - interval '3 days' where name = ?",
                tally.name());
        var afterTheStart = replica();
        idle(afterTheStart);
        idle(afterTheStart);
        assertEquals(1, tally.finished.get());
        assertEquals("t", column("next_at > now()"));
    }

    @Test
    void aRunThatDiedIsDoneOverByAnotherReplica() throws Exception {
        var dying = replica();
        idle(dying);
        due();
        assertTrue(dying.step());
        assertEquals("t", column("next_at > now()"));
        Database.change("update schedules set held_until = now() where name = ?", tally.name());
        idle(replica());
        assertEquals(1, tally.finished.get());
        assertFalse(dying.step(), "what was taken over is let go");
        assertEquals(1, tally.finished.get());
    }

    @Test
    void theErrorOfARunIsKeptUntilOneGoesWell() throws Exception {
        var replica = replica();
        idle(replica);
        due();
        tally.trouble = new IllegalStateException("no more", new IllegalArgumentException("why"));
        idle(replica);
        assertEquals(
                "java.lang.IllegalStateException: no more; java.lang.IllegalArgumentException: why",
                column("last_error"));
        assertNull(column("last_succeeded_at"));
        assertEquals("t", column("next_at > now() and held_until is null"));
        due();
        tally.trouble = null;
        idle(replica);
        assertNull(column("last_error"));
        assertEquals("t", column("last_succeeded_at = last_ended_at"));
        var metrics = ControlPlane.bean(MeterRegistry.class);
        assertEquals(
                1,
                metrics.get("clipforge.housekeeping.failures")
                        .tag("schedule", tally.name())
                        .counter()
                        .count());
        assertEquals(
                2,
                metrics.get("clipforge.housekeeping.runs")
                        .tag("schedule", tally.name())
                        .timer()
                        .count());
    }

    @Test
    void theAgeOfTheLastSuccessIsTheSameForEveryReplica() throws Exception {
        var replica = replica();
        idle(replica);
        Database.change(
                "update schedules set last_succeeded_at = now() - interval '1 hour' where name = ?",
                tally.name());
        idle(replica);
        double age =
                ControlPlane.bean(MeterRegistry.class)
                        .get("clipforge.housekeeping.success.age")
                        .tag("schedule", tally.name())
                        .timeGauge()
                        .value(TimeUnit.MINUTES);
        assertEquals(60, age, 1);
    }

    @Test
    void theServerRunsEachOfItsSchedules() {
        for (var schedule : ControlPlane.beans(Schedule.class)) {
            var name = schedule.name();
            Eventually.see(() -> value(name, "created_at"), it -> it != null);
            var before = value(name, "runs");
            Database.change("update schedules set next_at = now() where name = ?", name);
            Eventually.see(() -> value(name, "runs"), it -> !it.equals(before));
            Eventually.see(() -> value(name, "held_until is null"), "t"::equals);
            assertNull(value(name, "last_error"), name);
        }
    }

    @Test
    void theConfigurationSetsTheTime() throws Exception {
        var night = new Tally("at-night");
        idle(ControlPlane.bean(Housekeeping.class).loop(night));
        assertEquals("02:30:00", value("at-night", "(next_at at time zone 'utc')::time"));
    }

    @Test
    void anotherExpressionMovesTheNextTime() throws Exception {
        idle(replica());
        var before = column("next_at");
        Database.change(
                "update schedules set cron = '0 0 0 2 2 *', next_at = next_at + interval '1 day' where name = ?",
                tally.name());
        assertNotEquals(before, column("next_at"));
        idle(replica());
        assertEquals(before, column("next_at"));
    }

    private BackgroundTask replica() {
        return ControlPlane.bean(Housekeeping.class).loop(tally);
    }

    private static Callable<Boolean> asking(BackgroundTask replica, CyclicBarrier start) {
        return () -> {
            start.await();
            idle(replica);
            return true;
        };
    }

    private static void idle(BackgroundTask replica) throws InterruptedException {
        while (replica.step()) {
            Thread.onSpinWait();
        }
    }

    private void due() {
        Database.change("update schedules set next_at = now() where name = ?", tally.name());
    }

    private @Nullable String column(String expression) {
        return value(tally.name(), expression);
    }

    private static @Nullable String value(String schedule, String expression) {
        return Database.look("select " + expression + " from schedules where name = ?", schedule);
    }
}
