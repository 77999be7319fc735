package io.clipforge.api.usage;

import io.clipforge.api.tenancy.TenantTransactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Counts what work used, in the transaction that keeps the work's result. */
@Singleton
public class UsageLedger {
    private final UsageEntries entries;

    UsageLedger(UsageEntries entries) {
        this.entries = entries;
    }

    /**
     * @param run whose result it is: what another run of the job did is not paid for
     */
    @TenantTransactional
    public void count(Meter meter, long quantity, UUID job, UUID run) {
        entries.add(meter.text(), quantity, job, run);
    }
}
