package io.clipforge.api.runs;

import io.clipforge.api.background.BackgroundTask;
import io.clipforge.api.background.BackgroundTasks;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobQueue;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** One reader for each kind, so that results which take long to keep hold up no other kind. */
@Singleton
final class ReportReaders implements BackgroundTasks {
    private final String replica = UUID.randomUUID().toString();
    private final JobQueue queue;
    private final JobReports reports;
    private final Hearing hearing;

    ReportReaders(JobQueue queue, JobReports reports, Hearing hearing) {
        this.queue = queue;
        this.reports = reports;
        this.hearing = hearing;
    }

    @Override
    public List<BackgroundTask> all() {
        return Arrays.stream(JobKind.values())
                .<BackgroundTask>map(it -> new ReportReader(it, replica, queue, reports, hearing))
                .toList();
    }
}
