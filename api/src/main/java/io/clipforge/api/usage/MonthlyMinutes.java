package io.clipforge.api.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.ids.UuidV7;
import io.clipforge.api.limits.Limits;
import io.clipforge.api.limits.Policy;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.Tenant;
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
 * not counted before it is done, because its length is not known before. Who has plenty left is not
 * counted anew each time.
 */
@Singleton
public class MonthlyMinutes {
    private static final int PLENTY = 1_000;
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);
    private static final int MOST = 20_000;

    private final Cache<Account, Long> counted;
    private final UsageEntries entries;
    private final Limits limits;
    private final Tenants tenants;
    private final Clock clock;

    MonthlyMinutes(UsageEntries entries, Limits limits, Tenants tenants, Clock clock) {
        this.entries = entries;
        this.limits = limits;
        this.tenants = tenants;
        this.clock = clock;
        this.counted = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(GOOD_FOR).build();
    }

    /** Whose minutes of which month. */
    private record Account(Tenant tenant, YearMonth month) {}

    /**
     * For new work of the current tenant.
     *
     * @throws ApiProblem {@code quota_exceeded} until the month ends, when nothing is left
     */
    @TenantTransactional
    public void require() {
        var now = clock.instant();
        var month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        var account = new Account(tenants.current(), month);
        var known = counted.getIfPresent(account);
        long used = known == null ? count(month) : known;
        long left =
                limits.require(
                        Policy.MINUTES_PER_MONTH,
                        TypeId.ORGANIZATION.text(account.tenant().orgId()),
                        used,
                        Duration.between(now, start(month.plusMonths(1))));
        if (known == null && left >= PLENTY) {
            counted.put(account, used);
        }
    }

    private long count(YearMonth month) {
        var used = entries.sum(Meter.PROCESSED_MS.text(), UuidV7.first(start(month)));
        return Duration.ofMillis(used).toMinutes();
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
