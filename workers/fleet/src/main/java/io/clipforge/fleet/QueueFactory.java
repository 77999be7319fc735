package io.clipforge.fleet;

import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.redis.RedisJobQueue;
import io.clipforge.jobs.redis.RedisQueueSettings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The queue knows no framework, so it is made here. */
@Factory
final class QueueFactory {
    @Singleton
    @Bean(preDestroy = "close")
    JobQueue queue(RedisSettings settings) {
        return new RedisJobQueue(RedisQueueSettings.at(settings.url()));
    }
}
