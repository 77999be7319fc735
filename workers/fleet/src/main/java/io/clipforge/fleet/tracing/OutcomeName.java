package io.clipforge.fleet.tracing;

import io.clipforge.jobs.JobOutcome;

/** How metrics and traces name the end of an attempt. */
public final class OutcomeName {
    private OutcomeName() {}

    public static String of(JobOutcome outcome) {
        return switch (outcome) {
            case JobOutcome.Completed _ -> "completed";
            case JobOutcome.RetryLater _ -> "retry_later";
            case JobOutcome.HandedBack _ -> "handed_back";
            case JobOutcome.Failed _ -> "failed";
            case JobOutcome.Cancelled _ -> "cancelled";
        };
    }
}
