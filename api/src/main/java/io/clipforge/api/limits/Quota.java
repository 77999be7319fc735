package io.clipforge.api.limits;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.time.Duration;

/**
 * How much a policy allows: so many at once, and as many again, evenly spread, in each window.
 *
 * @param setting which policy
 */
@EachProperty("clipforge.limits")
record Quota(@Parameter String setting, long quota, Duration window) {
    Quota {
        if (quota < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "clipforge.limits.%s: a quota is at least 1 and a window at least 1s"
                            .formatted(setting));
        }
    }
}
