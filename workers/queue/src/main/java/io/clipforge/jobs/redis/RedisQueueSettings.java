package io.clipforge.jobs.redis;

import java.time.Duration;

/**
 * Where the queue lies and how patient it is.
 *
 * @param url {@code redis://[:password@]host:port[/database]}, or {@code rediss://} for TLS
 * @param commandTimeout how long one command may take before the queue counts as unavailable
 * @param takeOverAfter how long a message or report that was read may stay unsettled before another
 *     reader gets it
 */
public record RedisQueueSettings(String url, Duration commandTimeout, Duration takeOverAfter) {
    public RedisQueueSettings {
        if (commandTimeout.toMillis() < 1 || takeOverAfter.toMillis() < 1) {
            throw new IllegalArgumentException("a time limit is positive");
        }
    }

    public static RedisQueueSettings at(String url) {
        return new RedisQueueSettings(url, Duration.ofSeconds(3), Duration.ofSeconds(5));
    }
}
