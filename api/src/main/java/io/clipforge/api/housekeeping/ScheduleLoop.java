package io.clipforge.api.housekeeping;

import io.clipforge.api.background.BackgroundTask;
import io.micronaut.scheduling.cron.CronExpression;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether a schedule is due, and runs it if no other replica does.
 *
 * <p>The next time is fixed before the run begins, so that a crash in the middle costs neither. A
 * run in hand is held by a lease that each step renews: one that died is done over when its lease
 * is out. Times that were missed while nobody looked come to one run.
 */
final class ScheduleLoop implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long LEASE_MS = 60_000;
    private static final int LONGEST_ERROR = 2_000;

    private final Schedule schedule;
    private final CronExpression cron;
    private final Schedules schedules;
    private final ScheduleMetrics metrics;
    private boolean registered;
    private @Nullable Run inHand;

    ScheduleLoop(
            Schedule schedule, CronExpression cron, Schedules schedules, ScheduleMetrics metrics) {
        this.schedule = schedule;
        this.cron = cron;
        this.schedules = schedules;
        this.metrics = metrics;
    }

    private record Run(long number, long beganAt, Schedule.Work work) {
        Duration time() {
            return Duration.ofNanos(System.nanoTime() - beganAt);
        }
    }

    @Override
    public String name() {
        return "schedule " + schedule.name();
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public boolean step() {
        inHand = inHand == null ? take().orElse(null) : proceed(inHand);
        return inHand != null;
    }

    private Optional<Run> take() {
        register();
        var row = schedules.find(schedule.name()).orElseThrow();
        metrics.seen(row);
        if (!row.due()) {
            return Optional.empty();
        }
        return schedules.take(schedule.name(), after(row.seenAt()), LEASE_MS).stream()
                .map(it -> new Run(it, System.nanoTime(), schedule.begin()))
                .findFirst();
    }

    private void register() {
        if (!registered) {
            schedules.register(schedule.name(), cron.getExpression(), after(Instant.now()));
            registered = true;
        }
    }

    private @Nullable Run proceed(Run run) {
        if (schedules.extend(schedule.name(), run.number(), LEASE_MS) == 0) {
            LOG.warn(
                    "run {} of {} took too long for a step and was taken over",
                    run.number(),
                    name());
            return null;
        }
        try {
            if (run.work().step()) {
                return run;
            }
            end(run, null);
        } catch (RuntimeException e) {
            LOG.warn("run {} of {} failed", run.number(), name(), e);
            end(run, e);
        }
        return null;
    }

    private void end(Run run, @Nullable RuntimeException failure) {
        metrics.ended(run.time(), failure == null);
        inHand = null; // a run whose end cannot be told is done over, not told again
        schedules.end(schedule.name(), run.number(), failure == null ? null : text(failure));
    }

    private static String text(RuntimeException failure) {
        var text = new StringBuilder(failure.toString());
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append("; ").append(cause);
        }
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }

    private Instant after(Instant time) {
        return cron.nextTimeAfter(time.atZone(ZoneOffset.UTC)).toInstant();
    }
}
