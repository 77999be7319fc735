package io.clipforge.fleet.ingest;

import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.media.MediaException;
import org.jspecify.annotations.Nullable;

/** The file cannot be used; another attempt would end the same way. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final JobProblem problem;
    private final String detail;

    /**
     * @param detail one plain sentence for the customer
     * @param cause for our logs
     */
    Refusal(JobProblem problem, String detail, @Nullable Exception cause) {
        super(detail, cause);
        this.problem = problem;
        this.detail = detail;
    }

    /**
     * @param undecodable what to say when the media itself is broken
     */
    static Refusal of(MediaException cause, String undecodable) {
        return switch (cause.reason()) {
            case UNSUPPORTED ->
                    new Refusal(
                            JobProblem.UNSUPPORTED_MEDIA,
                            "The file is neither video nor audio in a format we can read.",
                            cause);
            case UNDECODABLE -> new Refusal(JobProblem.UNDECODABLE_MEDIA, undecodable, cause);
            case TIMED_OUT, LIMIT ->
                    new Refusal(
                            JobProblem.UNDECODABLE_MEDIA,
                            "Decoding the file takes far more work than its length explains.",
                            cause);
        };
    }

    JobOutcome.Failed outcome() {
        return new JobOutcome.Failed(problem, detail);
    }
}
