package io.clipforge.api.limits;

import io.github.bucket4j.BucketConfiguration;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Every policy's quota, and the bucket that keeps to it. */
@Singleton
final class Quotas {
    private final Map<Policy, Quota> quotas = new EnumMap<>(Policy.class);
    private final Map<Policy, BucketConfiguration> buckets = new EnumMap<>(Policy.class);

    Quotas(Collection<Quota> configured) {
        for (var policy : Policy.values()) {
            var quota =
                    configured.stream()
                            .filter(it -> it.setting().equals(policy.setting()))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "clipforge.limits."
                                                    + policy.setting()
                                                    + " is missing"));
            quotas.put(policy, quota);
            buckets.put(
                    policy,
                    BucketConfiguration.builder()
                            .addLimit(it ->
                                    it.capacity(quota.quota())
                                            .refillGreedy(quota.quota(), quota.window()))
                            .build());
        }
    }

    Quota of(Policy policy) {
        return Objects.requireNonNull(quotas.get(policy));
    }

    BucketConfiguration bucket(Policy policy) {
        return Objects.requireNonNull(buckets.get(policy));
    }
}
