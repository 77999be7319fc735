package io.clipforge.api.runs;

import io.clipforge.api.background.BackgroundTask;
import io.clipforge.api.jobs.JobLife;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.jobs.JobKind;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Gives the jobs of silent workers to others. */
@Singleton
final class LeaseReaper implements BackgroundTask {
    private final RunLeases leases;
    private final Hearing hearing;
    private final JobLife life;
    private final Tenants tenants;

    LeaseReaper(RunLeases leases, Hearing hearing, JobLife life, Tenants tenants) {
        this.leases = leases;
        this.hearing = hearing;
        this.life = life;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "lease reaper";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(250);
    }

    @Override
    public boolean step() {
        for (var kind : JobKind.values()) {
            hearing.unheardMs(kind).ifPresent(unheard -> reap(kind, unheard));
        }
        return false;
    }

    private void reap(JobKind kind, long unheardMs) {
        leases.silent(kind, unheardMs)
                .forEach(job ->
                        tenants.run(
                                job.tenant(),
                                () -> life.loseLease(job.id(), job.flowId(), unheardMs)));
    }
}
