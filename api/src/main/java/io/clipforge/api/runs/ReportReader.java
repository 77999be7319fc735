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
    public boolean step() {
        try {
            read();
            return true;
        } catch (QueueUnavailableException e) {
            hearing.deaf(kind);
            throw e;
        }
    }

    private void read() {
        var received = queue.reports(kind, replica, BATCH, PATIENCE);
        long heard = System.nanoTime();
        if (!received.isEmpty()) {
            queue.acknowledge(kind, reports.apply(received));
        }
        if (received.size() < BATCH) {
            hearing.caughtUp(kind, heard);
        }
    }
}
