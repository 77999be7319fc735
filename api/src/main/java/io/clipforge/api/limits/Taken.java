package io.clipforge.api.limits;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * What became of an attempt to take one.
 *
 * @param remaining how many are left
 * @param retryAfter when there is one again; zero when this one was granted
 * @param reset when all are there again, if nobody takes any
 */
record Taken(
        Policy policy,
        Quota quota,
        String subject,
        boolean granted,
        long remaining,
        Duration retryAfter,
        Duration reset) {

    static Taken of(Policy policy, Quota quota, String subject, ConsumptionProbe probe) {
        return new Taken(
                policy,
                quota,
                subject,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    static Taken of(Policy policy, Quota quota, String subject, long used, Duration reset) {
        long remaining = Math.max(0, quota.quota() - used);
        return new Taken(policy, quota, subject, remaining > 0, remaining, reset, reset);
    }

    Taken returned() {
        return new Taken(
                policy,
                quota,
                subject,
                granted,
                Math.min(remaining + 1, quota.quota()),
                retryAfter,
                reset);
    }

    /** An item of the header RateLimit-Policy: how many in how many seconds. */
    String policyItem() {
        return "\"%s\";q=%d;w=%d"
                .formatted(policy.text(), quota.quota(), quota.window().toSeconds());
    }

    /** An item of the header RateLimit: how many are left, and in how many seconds all are back. */
    String item() {
        return "\"%s\";r=%d;t=%d".formatted(policy.text(), remaining, seconds(reset));
    }

    /** Rounded up: whoever comes a little too early is refused again. */
    static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
