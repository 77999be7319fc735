package io.clipforge.api.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;

/** This replica's own buckets, for when the shared ones are out of reach. */
@Singleton
final class LocalBuckets {
    private static final int MOST = 100_000;
    private static final Duration UNUSED = Duration.ofHours(1);

    private final Quotas quotas;
    private final Cache<BucketKey, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED).build();

    LocalBuckets(Quotas quotas) {
        this.quotas = quotas;
    }

    ConsumptionProbe take(BucketKey key) {
        return bucket(key).tryConsumeAndReturnRemaining(1);
    }

    void giveBack(BucketKey key) {
        bucket(key).addTokens(1);
    }

    private Bucket bucket(BucketKey key) {
        return buckets.get(key, this::fill);
    }

    private Bucket fill(BucketKey key) {
        var bucket = Bucket.builder();
        for (var bandwidth : quotas.bucket(key.policy()).getBandwidths()) {
            bucket.addLimit(bandwidth);
        }
        return bucket.build();
    }
}
