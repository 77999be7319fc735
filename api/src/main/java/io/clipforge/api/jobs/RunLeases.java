package io.clipforge.api.jobs;

import io.clipforge.api.tenancy.RelayTransactional;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.Lease;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who holds which attempt, and until when. */
@Singleton
class RunLeases {
    private static final int BATCH = 100;

    private final RelayedJobs relayed;

    RunLeases(RelayedJobs relayed) {
        this.relayed = relayed;
    }

    @RelayTransactional
    boolean extend(JobReport.Progressed report) {
        return relayed.extend(
                        report.jobId(),
                        report.attempt(),
                        report.run(),
                        report.stage(),
                        report.progress(),
                        Lease.TERM.toMillis())
                == 1;
    }

    @RelayTransactional
    Optional<RelayedJob> find(UUID id) {
        return relayed.find(id);
    }

    @RelayTransactional
    List<RelayedJob> expired() {
        return relayed.expired(BATCH);
    }
}
