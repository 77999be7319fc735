package io.clipforge.api.jobs;

import java.util.Locale;

/**
 * The states of a job. {@link Jobs} moves a job only from the states that its queries name, under
 * the row's lock.
 *
 * <pre>
 * waiting → queued ⇄ running → succeeded | failed | cancelled | dead
 * </pre>
 */
public enum JobStatus {
    /** For other jobs of its flow. */
    WAITING,
    /** For a worker. */
    QUEUED,
    RUNNING,
    SUCCEEDED,
    /** Another attempt would end the same way. */
    FAILED,
    CANCELLED,
    /** Tried too often. */
    DEAD;

    public boolean finished() {
        return switch (this) {
            case WAITING, QUEUED, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED, DEAD -> true;
        };
    }

    /** As the API and the database write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static JobStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
