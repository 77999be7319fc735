package io.clipforge.api.housekeeping;

/**
 * Something to be done again and again, by one replica each time. A run that died with its replica
 * is done over by another, so doing it twice does no harm.
 */
public interface Schedule {
    /** Lasts for ever: by it the schedule is found in the database and in the configuration. */
    String name();

    /**
     * When to run, in UTC, unless {@code clipforge.housekeeping.<name>.cron} says otherwise:
     * second, minute, hour, day of the month, month and day of the week.
     */
    String cron();

    /** Begins a run. */
    Work begin();

    /** A run, in steps of some seconds at most. */
    @FunctionalInterface
    interface Work {
        /**
         * @return whether there may be more to do
         */
        boolean step();
    }
}
