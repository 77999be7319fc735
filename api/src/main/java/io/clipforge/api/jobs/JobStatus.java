package io.clipforge.api.jobs;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The states of a job and what may follow each; the database refuses everything else.
 *
 * <pre>
 * waiting ──▶ queued ⇄ running ──▶ succeeded | failed | cancelled | dead
 *             ▲    └ scheduled ◀┘   a rest between attempts, or a start that was asked for later
 *             └──── dead, cancelled   when people redrive
 * </pre>
 */
public enum JobStatus {
    /** For other jobs of its flow. */
    WAITING,
    /** For a time. */
    SCHEDULED,
    /** For a worker. */
    QUEUED,
    RUNNING,
    SUCCEEDED,
    /** Another attempt would end the same way. */
    FAILED,
    CANCELLED,
    /** Tried too often. */
    DEAD;

    /** The states that may follow this one. */
    public Set<JobStatus> next() {
        return switch (this) {
            case WAITING, SCHEDULED -> EnumSet.of(QUEUED, CANCELLED);
            case QUEUED -> EnumSet.of(RUNNING, CANCELLED);
            case RUNNING -> EnumSet.of(SCHEDULED, QUEUED, SUCCEEDED, FAILED, DEAD, CANCELLED);
            case DEAD -> EnumSet.of(QUEUED);
            case CANCELLED -> EnumSet.of(WAITING, QUEUED);
            case SUCCEEDED, FAILED -> EnumSet.noneOf(JobStatus.class);
        };
    }

    public boolean finished() {
        return switch (this) {
            case WAITING, SCHEDULED, QUEUED, RUNNING -> false;
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
