package io.clipforge.api.jobs;

import io.clipforge.api.tenancy.Tenants;
import io.clipforge.jobs.JobReport;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies what workers say, as far as their run still holds the attempt. */
@Singleton
class JobReports {
    private static final Logger LOG = LoggerFactory.getLogger(JobReports.class);

    private final RunLeases leases;
    private final JobTransitions transitions;
    private final RunCancellations cancellations;
    private final Tenants tenants;

    JobReports(
            RunLeases leases,
            JobTransitions transitions,
            RunCancellations cancellations,
            Tenants tenants) {
        this.leases = leases;
        this.transitions = transitions;
        this.cancellations = cancellations;
        this.tenants = tenants;
    }

    void apply(JobReport report) {
        boolean accepted =
                switch (report) {
                    case JobReport.Started it -> forTenant(it, () -> transitions.start(it));
                    case JobReport.Progressed it -> leases.extend(it);
                    case JobReport.Ended it -> forTenant(it, () -> transitions.end(it));
                };
        if (!accepted) {
            LOG.info(
                    "refused a late {} of job {}",
                    report.getClass().getSimpleName(),
                    report.jobId());
            cancellations.cancel(report.run());
        }
    }

    private boolean forTenant(JobReport report, Supplier<Boolean> transition) {
        return leases.find(report.jobId())
                .map(job -> tenants.call(job.tenant(), transition))
                .orElse(false);
    }
}
