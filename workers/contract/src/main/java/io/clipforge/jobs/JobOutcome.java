package io.clipforge.jobs;

/** How an attempt ended. */
public sealed interface JobOutcome {
    record Completed(JobResult result) implements JobOutcome {}

    /** Worth another attempt: the cause lies outside of the input. */
    record RetryLater(String reason) implements JobOutcome {}

    /** The worker stops; nothing is wrong with the job, and another worker may take it at once. */
    record HandedBack() implements JobOutcome {}

    /** Another attempt would end the same way. */
    record Failed(JobProblem problem, String detail) implements JobOutcome {}

    /** The control plane asked for it. */
    record Cancelled() implements JobOutcome {}
}
