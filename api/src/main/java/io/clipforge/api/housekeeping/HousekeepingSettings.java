package io.clipforge.api.housekeeping;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long things are kept that nobody needs.
 *
 * @param sweepAfter how long the objects of a run that did not succeed are kept: a worker that was
 *     taken for dead may write for a while
 * @param keepDeleted how long the objects of a deleted asset are kept
 */
@ConfigurationProperties("clipforge.housekeeping")
record HousekeepingSettings(
        @Bindable(defaultValue = "10m") Duration sweepAfter,
        @Bindable(defaultValue = "24h") Duration keepDeleted) {
    HousekeepingSettings {
        if (sweepAfter.isNegative() || keepDeleted.isNegative()) {
            throw new IllegalArgumentException(
                    "clipforge.housekeeping.sweep-after and keep-deleted are not negative");
        }
    }
}
