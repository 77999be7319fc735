package io.clipforge.api.housekeeping;

import io.clipforge.api.background.BackgroundTask;
import io.clipforge.api.background.BackgroundTasks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.cron.CronExpression;
import jakarta.inject.Singleton;
import java.util.List;

/** One loop for each schedule, so that one which takes long, or fails, holds up no other. */
@Singleton
public class Housekeeping implements BackgroundTasks {
    private final List<BackgroundTask> loops;
    private final Schedules schedules;
    private final MeterRegistry metrics;
    private final Environment configuration;

    Housekeeping(
            List<Schedule> all,
            Schedules schedules,
            MeterRegistry metrics,
            Environment configuration) {
        this.schedules = schedules;
        this.metrics = metrics;
        this.configuration = configuration;
        this.loops = all.stream().map(this::loop).toList();
    }

    @Override
    public List<BackgroundTask> all() {
        return loops;
    }

    /** Runs a schedule whenever it is due; of those who do so at once, one gets each run. */
    public final BackgroundTask loop(Schedule schedule) {
        return new ScheduleLoop(
                schedule, cron(schedule), schedules, new ScheduleMetrics(metrics, schedule.name()));
    }

    private CronExpression cron(Schedule schedule) {
        var key = "clipforge.housekeeping." + schedule.name() + ".cron";
        var expression = configuration.getProperty(key, String.class, schedule.cron());
        try {
            return CronExpression.create(expression);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }
}
