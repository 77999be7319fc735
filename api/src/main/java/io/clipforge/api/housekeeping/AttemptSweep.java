package io.clipforge.api.housekeeping;

import io.clipforge.api.jobs.JobService;
import io.clipforge.api.storage.ObjectStore;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Deletes what runs wrote that did not bring their jobs to success: nobody will ever read it. */
@Singleton
final class AttemptSweep implements Schedule {
    private static final int BATCH = 20;
    private static final LeftRun START =
            new LeftRun(
                    new UUID(0, 0), new UUID(0, 0), new UUID(0, 0), "", Instant.EPOCH, false, null);

    private final Leftovers leftovers;
    private final JobService jobs;
    private final ObjectStore store;
    private final Tenants tenants;
    private final long keptMs;

    AttemptSweep(
            Leftovers leftovers,
            JobService jobs,
            ObjectStore store,
            Tenants tenants,
            HousekeepingSettings settings) {
        this.leftovers = leftovers;
        this.jobs = jobs;
        this.store = store;
        this.tenants = tenants;
        this.keptMs = settings.sweepAfter().toMillis();
    }

    @Override
    public String name() {
        return "sweep-attempts";
    }

    @Override
    public String cron() {
        return "0 * * * * *";
    }

    @Override
    public Work begin() {
        return new Round<>(
                START,
                last -> leftovers.runs(keptMs, last.endedAt(), last.runId(), BATCH),
                this::sweep);
    }

    private void sweep(LeftRun run) {
        if (!run.accepted() && run.outputPrefix() != null) {
            store.deleteAll(folder(run, run.outputPrefix()));
        }
        tenants.run(run.tenant(), () -> jobs.swept(run.jobId(), run.runId()));
    }

    /** No spec, however wrong, makes us delete what is another organization's. */
    private static String folder(LeftRun run, String prefix) {
        if (!prefix.startsWith(run.orgId() + "/") || !prefix.endsWith("/")) {
            throw new IllegalStateException(
                    "job "
                            + run.jobId()
                            + " writes to "
                            + prefix
                            + ", outside of its organization");
        }
        return prefix + run.runId() + "/";
    }
}
