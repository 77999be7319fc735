package io.clipforge.api.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clipforge.jobs.redis.RedisConnection;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimization;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buckets in Redis, one for all replicas.
 *
 * <p>A replica grants up to a hundredth of a quota from what it read last and settles that in the
 * next round trip, a fifth of a second later at most: a busy caller costs a few round trips a
 * second, however fast he is, and can exceed his quota by a hundredth for each replica. Quotas
 * below 200 are exact.
 *
 * <p>After a failure Redis is left alone for a moment, so that nobody waits for it.
 */
@Singleton
final class SharedBuckets {
    private static final Logger LOG = LoggerFactory.getLogger(SharedBuckets.class);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration UNSETTLED = Duration.ofMillis(200);
    private static final int OWN_SHARE = 100;
    private static final int MOST = 50_000;
    private static final Duration UNUSED = Duration.ofMinutes(5);

    private final Quotas quotas;
    private final ExecutorService blocking;
    private final RedisConnection redis;
    private final Cache<BucketKey, AsyncBucketProxy> buckets =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED).build();

    private volatile CompletableFuture<AsyncProxyManager<String>> manager;
    private volatile long restUntil = System.nanoTime();
    private volatile boolean away;

    SharedBuckets(
            Quotas quotas,
            @Value("${clipforge.redis.url}") String url,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.quotas = quotas;
        this.blocking = blocking;
        this.redis = new RedisConnection(url, PATIENCE);
        this.manager = connect();
    }

    /** Whether asking is worth while; tries to connect again when it is not. */
    boolean within() {
        if (System.nanoTime() - restUntil < 0) {
            return false;
        }
        if (manager.isCompletedExceptionally()) {
            rest();
            manager = connect();
            return false;
        }
        return !away || manager.isDone();
    }

    /** Fails when Redis does not answer in time. */
    CompletableFuture<ConsumptionProbe> take(BucketKey key) {
        return manager.thenCompose(it -> bucket(it, key).tryConsumeAndReturnRemaining(1));
    }

    /** Without waiting; should it fail, the caller is the poorer by one. */
    void giveBack(BucketKey key) {
        var _ =
                manager.thenCompose(it -> bucket(it, key).addTokens(1))
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                failed(failure);
                            }
                        });
    }

    void answered() {
        if (away) {
            away = false;
            LOG.info("Redis is back: limits are shared again");
        }
    }

    /** What was granted and not settled is lost with it. */
    void failed(Throwable failure) {
        rest();
        buckets.invalidateAll();
        if (!away) {
            away = true;
            LOG.warn("Redis is out of reach: this replica limits by its own buckets", failure);
        }
    }

    private void rest() {
        restUntil = System.nanoTime() + REST.toNanos();
    }

    private AsyncBucketProxy bucket(AsyncProxyManager<String> from, BucketKey key) {
        return buckets.get(
                key,
                it -> {
                    var configuration =
                            CompletableFuture.completedFuture(quotas.bucket(it.policy()));
                    return from.builder()
                            .withOptimization(optimization(it.policy()))
                            .build(it.text(quotas.of(it.policy())), () -> configuration);
                });
    }

    private Optimization optimization(Policy policy) {
        long share = quotas.of(policy).quota() / OWN_SHARE;
        return share < 2
                ? Optimizations.batching()
                : Optimizations.delaying(new DelayParameters(share, UNSETTLED));
    }

    private CompletableFuture<AsyncProxyManager<String>> connect() {
        return CompletableFuture.supplyAsync(() -> manager(redis.open()), blocking);
    }

    private static AsyncProxyManager<String> manager(
            RedisClusterAsyncCommands<String, byte[]> commands) {
        var builder =
                switch (commands) {
                    case RedisAsyncCommands<String, byte[]> single ->
                            Bucket4jLettuce.casBasedBuilder(single);
                    case RedisAdvancedClusterAsyncCommands<String, byte[]> cluster ->
                            Bucket4jLettuce.casBasedBuilder(cluster);
                    default -> throw new IllegalStateException("neither one Redis nor a cluster");
                };
        return builder.expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                Duration.ofSeconds(10)))
                .requestTimeout(PATIENCE)
                .build()
                .asAsync();
    }

    @PreDestroy
    void close() {
        redis.close();
    }
}
