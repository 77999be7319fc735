package io.clipforge.api.jobs;

import io.clipforge.api.background.BackgroundTask;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Gives the jobs of silent workers to others. */
@Singleton
final class LeaseReaper implements BackgroundTask {
    private final RunLeases leases;
    private final JobTransitions transitions;
    private final Tenants tenants;

    LeaseReaper(RunLeases leases, JobTransitions transitions, Tenants tenants) {
        this.leases = leases;
        this.transitions = transitions;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "lease reaper";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean step() {
        leases.expired()
                .forEach(it -> tenants.run(it.tenant(), () -> transitions.loseLease(it.id())));
        return false;
    }
}
