package io.clipforge.api.usage;

import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Counts what work used, in the transaction that keeps the work's result. */
@Singleton
public class UsageLedger {
    private final UsageEntries entries;
    private final Tenants tenants;

    UsageLedger(UsageEntries entries, Tenants tenants) {
        this.entries = entries;
        this.tenants = tenants;
    }

    /**
     * Counts nothing in the test environment, which is free.
     *
     * @param run whose result it is: what another run of the job did is not paid for
     */
    @TenantTransactional
    public void count(Meter meter, long quantity, UUID job, UUID run) {
        if (tenants.current().environment() == Environment.LIVE) {
            entries.add(meter.text(), quantity, job, run);
        }
    }
}
