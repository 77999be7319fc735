package io.clipforge.api.usage;

import io.clipforge.api.ids.TypeId;
import io.clipforge.api.ids.UuidV7;
import io.clipforge.api.limits.Limits;
import io.clipforge.api.limits.Policy;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * How much media an organization may have processed in a calendar month (UTC). What is under way is
 * not counted before it is done, because its length is not known before.
 */
@Singleton
public class MonthlyMinutes {
    private final UsageEntries entries;
    private final Limits limits;
    private final Tenants tenants;
    private final Clock clock;

    MonthlyMinutes(UsageEntries entries, Limits limits, Tenants tenants, Clock clock) {
        this.entries = entries;
        this.limits = limits;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * For new work of the current tenant.
     *
     * @throws ApiProblem {@code quota_exceeded} until the month ends, when nothing is left
     */
    @TenantTransactional
    public void require() {
        var now = clock.instant();
        var month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        var used = entries.sum(Meter.PROCESSED_MS.text(), UuidV7.first(start(month)));
        limits.require(
                Policy.MINUTES_PER_MONTH,
                TypeId.ORGANIZATION.text(tenants.current().orgId()),
                Duration.ofMillis(used).toMinutes(),
                Duration.between(now, start(month.plusMonths(1))));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
