package io.clipforge.api.jobs;

import io.clipforge.api.background.BackgroundTask;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobReport;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries reports from the queue to PostgreSQL; one that is not acknowledged comes again. */
@Singleton
final class ReportReader implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(ReportReader.class);
    private static final int BATCH = 100;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final String replica = UUID.randomUUID().toString();
    private final JobQueue queue;
    private final JobReports reports;

    ReportReader(JobQueue queue, JobReports reports) {
        this.queue = queue;
        this.reports = reports;
    }

    @Override
    public String name() {
        return "report reader";
    }

    @Override
    public Duration pause() {
        return Duration.ZERO;
    }

    @Override
    public boolean step() {
        var received = queue.reports(replica, BATCH, PATIENCE);
        var applied = received.stream().filter(it -> apply(it.report())).toList();
        if (!applied.isEmpty()) {
            queue.acknowledge(applied);
        }
        return true;
    }

    /** A report that cannot be applied now must not hold up those behind it; it comes again. */
    private boolean apply(JobReport report) {
        try {
            reports.apply(report);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("a report of job {} could not be applied", report.jobId(), e);
            return false;
        }
    }
}
