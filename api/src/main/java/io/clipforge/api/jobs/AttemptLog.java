package io.clipforge.api.jobs;

import io.clipforge.jobs.JobReport;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes down every run that did not bring its job to success. */
@Singleton
class AttemptLog {
    private final JobAttempts attempts;

    AttemptLog(JobAttempts attempts) {
        this.attempts = attempts;
    }

    enum Outcome {
        /** The cause lay outside of the input. */
        RETRY_LATER,
        /** The worker went silent. */
        LEASE_LOST,
        /** The worker was stopped. */
        HANDED_BACK,
        FAILED,
        CANCELLED,
        /** The run did not hold the attempt. */
        REFUSED
    }

    /** The job as it was while the run held it. */
    void add(Job job, Outcome outcome, @Nullable String detail) {
        attempts.add(
                job.id(),
                job.run(),
                job.attempt(),
                job.worker(),
                text(outcome),
                detail,
                job.stage(),
                job.progress(),
                job.beganAt());
    }

    void refused(JobReport report) {
        var worker = report instanceof JobReport.Started it ? it.worker() : null;
        attempts.add(
                report.jobId(),
                report.run(),
                report.attempt(),
                worker,
                text(Outcome.REFUSED),
                "another run has the job, or nobody wants it any more",
                null,
                0,
                null);
    }

    private static String text(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
