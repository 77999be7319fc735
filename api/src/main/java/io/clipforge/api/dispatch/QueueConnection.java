package io.clipforge.api.dispatch;

import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.redis.RedisJobQueue;
import io.clipforge.jobs.redis.RedisQueueSettings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The queue that the configuration names. */
@Factory
final class QueueConnection {
    /** A request that tells workers to stop waits no longer than this. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private static final Duration TAKE_OVER_AFTER = Duration.ofSeconds(5);

    @Singleton
    @Bean(preDestroy = "close")
    JobQueue queue(@Value("${clipforge.redis.url}") String url) {
        return new GuardedQueue(
                new RedisJobQueue(new RedisQueueSettings(url, PATIENCE, TAKE_OVER_AFTER)));
    }
}
