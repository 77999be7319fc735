package io.clipforge.api.housekeeping;

import io.clipforge.api.idempotency.Idempotency;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Forgets the answers of idempotency keys that are past their time. */
@Singleton
final class AnswerPurge implements Schedule {
    private static final int TENANTS = 20;
    private static final int ANSWERS = 1_000;
    private static final LeftTenant START = new LeftTenant(new UUID(0, 0), "");

    private final Leftovers leftovers;
    private final Idempotency idempotency;
    private final Tenants tenants;

    AnswerPurge(Leftovers leftovers, Idempotency idempotency, Tenants tenants) {
        this.leftovers = leftovers;
        this.idempotency = idempotency;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "purge-answers";
    }

    @Override
    public String cron() {
        return "0 17 3 * * *";
    }

    @Override
    public Work begin() {
        return new Round<>(
                START,
                last -> leftovers.answers(last.orgId(), last.environment(), TENANTS),
                this::purge);
    }

    private void purge(LeftTenant it) {
        int forgotten;
        do {
            forgotten = tenants.call(it.tenant(), () -> idempotency.forgetExpired(ANSWERS));
        } while (forgotten == ANSWERS);
    }
}
