package io.clipforge.api.jobs;

import java.util.Locale;

/**
 * The states of a job.
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

    /** Whether the control plane may move a job from here to there. */
    public boolean allows(JobStatus next) {
        return switch (this) {
            case WAITING -> next == QUEUED || next == CANCELLED;
            // A report may overtake the one that says the job was started.
            case QUEUED -> next != WAITING && next != QUEUED;
            case RUNNING -> next != WAITING && next != RUNNING;
            case SUCCEEDED, FAILED, CANCELLED, DEAD -> false;
        };
    }

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
