package io.clipforge.api.runs;

import io.clipforge.api.background.BackgroundTask;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import java.time.Duration;

/** Carries the reports of one kind from the queue to PostgreSQL. */
final class ReportReader implements BackgroundTask {
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** A round costs about the same for one report as for a hundred. */
    private static final Duration REST = Duration.ofMillis(5);

    private final JobKind kind;
    private final String replica;
    private final JobQueue queue;
    private final JobReports reports;
    private final Hearing hearing;

    ReportReader(
            JobKind kind, String replica, JobQueue queue, JobReports reports, Hearing hearing) {
        this.kind = kind;
        this.replica = replica;
        this.queue = queue;
        this.reports = reports;
        this.hearing = hearing;
    }

    @Override
    public String name() {
        return "report reader " + kind.wireName();
    }

    @Override
    public Duration pause() {
        return Duration.ZERO;
    }

    @Override
    public boolean step() throws InterruptedException {
        try {
            if (!read()) {
                Thread.sleep(REST);
            }
            return true;
        } catch (QueueUnavailableException e) {
            hearing.deaf(kind);
            throw e;
        }
    }

    /** Whether there may be more. */
    private boolean read() {
        var received = queue.reports(kind, replica, BATCH, PATIENCE);
        long heard = System.nanoTime();
        if (!received.isEmpty()) {
            queue.acknowledge(kind, reports.apply(received));
        }
        if (received.size() < BATCH) {
            hearing.caughtUp(kind, heard);
        }
        return received.size() == BATCH;
    }
}
