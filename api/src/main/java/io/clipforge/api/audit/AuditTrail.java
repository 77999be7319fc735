package io.clipforge.api.audit;

import io.clipforge.api.ids.UuidV7;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where every feature tells what it has changed.
 *
 * <p>An entry commits with the change or not at all. The last entry of the organization is locked
 * until then, so that those who change something at once come one after the other: tell it last.
 */
@Singleton
public class AuditTrail {
    private final Entries entries;
    private final Digests digests;
    private final Actors actors;
    private final Tenants tenants;
    private final Clock clock;

    AuditTrail(Entries entries, Digests digests, Actors actors, Tenants tenants, Clock clock) {
        this.entries = entries;
        this.digests = digests;
        this.actors = actors;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * Adds an entry, in the transaction of the change.
     *
     * @param action the id of the operation in the contract, such as {@code updateProject}
     * @param target the TypeID of what was changed
     * @param before the resource as the API would have answered it, without any secret; absent when
     *     it was not there
     * @param after the same for now; absent when it is gone
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(
            String action, String target, @Nullable Object before, @Nullable Object after) {
        var tenant = tenants.current();
        var actor = actors.current();
        entries.append(
                new Fact(
                        UuidV7.next(),
                        tenant.orgId(),
                        tenant.environment().text(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        actor.name(),
                        actor.address(),
                        actor.requestId(),
                        action,
                        target,
                        before == null ? null : digests.of(before),
                        after == null ? null : digests.of(after)));
    }

    /**
     * Changes something that is there, and adds the entry in the same transaction.
     *
     * @param read the resource as it is
     * @param act changes it, and answers it as it is then
     */
    @TenantTransactional
    public <T> T change(String action, String target, Supplier<T> read, Supplier<T> act) {
        var before = read.get();
        var after = act.get();
        record(action, target, before, after);
        return after;
    }
}
