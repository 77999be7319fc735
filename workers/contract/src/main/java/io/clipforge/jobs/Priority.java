package io.clipforge.jobs;

import java.util.Locale;

/**
 * How urgent a job is, the most urgent first. Fleets take the more urgent first, but now and then
 * the least urgent, so that nobody waits for ever.
 */
public enum Priority {
    HIGH,
    STANDARD,
    BATCH;

    /** As the API and the wire write it: {@code standard}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Priority of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
