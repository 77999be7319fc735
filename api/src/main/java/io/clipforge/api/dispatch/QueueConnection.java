package io.clipforge.api.dispatch;

import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.redis.RedisJobQueue;
import io.clipforge.jobs.redis.RedisQueueSettings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** The queue that the configuration names. */
@Factory
final class QueueConnection {
    @Singleton
    @Bean(preDestroy = "close")
    JobQueue queue(@Value("${clipforge.redis.url}") String url) {
        return new RedisJobQueue(RedisQueueSettings.at(url));
    }
}
