package io.clipforge.api.webhooks;

import io.clipforge.api.tenancy.RelayTransactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Claims due deliveries, and lets go of them. */
@Singleton
class DeliveryClaims {
    /** Longer than any attempt may take. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final DueDeliveries due;

    DeliveryClaims(DueDeliveries due) {
        this.due = due;
    }

    @RelayTransactional
    List<DueDelivery> claim(int limit) {
        return due.claim(LEASE.toMillis(), limit);
    }

    @RelayTransactional
    void postpone(DueDelivery delivery, Duration rest) {
        due.postpone(delivery.id(), delivery.claimId(), rest.toMillis());
    }
}
