package io.clipforge.api.runs;

import io.clipforge.api.jobs.JobLife;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobQueue.Received;
import io.clipforge.jobs.JobReport;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies what workers say, a tenant's reports in one transaction, and stops refused runs. */
@Singleton
class JobReports {
    private static final Logger LOG = LoggerFactory.getLogger(JobReports.class);

    private final RunLeases leases;
    private final JobLife life;
    private final RunCancellations cancellations;
    private final Tenants tenants;

    JobReports(RunLeases leases, JobLife life, RunCancellations cancellations, Tenants tenants) {
        this.leases = leases;
        this.life = life;
        this.cancellations = cancellations;
        this.tenants = tenants;
    }

    /** A report, and the job it is about. */
    private record Heard(Received received, HeldJob job) {
        JobReport report() {
            return received.report();
        }

        /** Any end but a success may fell its flow, and every end may release the parent. */
        boolean mayEndOthers() {
            return report() instanceof JobReport.Ended ended
                    && (job.parentId() != null
                            || !(ended.outcome() instanceof JobOutcome.Completed));
        }
    }

    /**
     * @return those that need not come again
     */
    List<Received> apply(List<Received> received) {
        var jobs = jobs(received);
        var heard = new ArrayList<Heard>();
        var done = new ArrayList<Received>();
        for (var it : received) {
            var job = jobs.get(it.report().jobId());
            if (job == null) {
                refuse(it.report().run());
                done.add(it);
            } else {
                heard.add(new Heard(it, job));
            }
        }
        heard.stream()
                .collect(Collectors.groupingBy(it -> it.job().tenant()))
                .forEach((tenant, theirs) -> done.addAll(applyTogether(tenant, theirs)));
        return done;
    }

    /** One report that cannot be applied must not hold up the others. */
    private List<Received> applyTogether(Tenant tenant, List<Heard> heard) {
        try {
            applyAll(tenant, heard);
            return heard.stream().map(Heard::received).toList();
        } catch (RuntimeException e) {
            if (heard.size() > 1) {
                LOG.info("{} reports could not be applied together", heard.size(), e);
                return heard.stream()
                        .flatMap(it -> applyTogether(tenant, List.of(it)).stream())
                        .toList();
            }
            LOG.warn("a report of job {} could not be applied", heard.getFirst().job().id(), e);
            return List.of();
        }
    }

    private void applyAll(Tenant tenant, List<Heard> heard) {
        var reports = heard.stream().map(Heard::report).toList();
        var flows =
                heard.stream()
                        .filter(Heard::mayEndOthers)
                        .map(it -> it.job().flowId())
                        .distinct()
                        .toList();
        tenants.call(tenant, () -> life.apply(reports, flows)).forEach(this::refuse);
    }

    private void refuse(UUID run) {
        LOG.info("refused what run {} said", run);
        cancellations.cancel(run);
    }

    private Map<UUID, HeldJob> jobs(List<Received> received) {
        var ids = received.stream().map(it -> it.report().jobId()).distinct().toList();
        return leases.find(ids).stream()
                .collect(Collectors.toMap(HeldJob::id, Function.identity()));
    }
}
