package io.clipforge.jobs.redis;

import java.time.Duration;

/**
 * Where the queue lies and how patient it is.
 *
 * <p>A single Redis: {@code redis://[:password@]host:port[/database]}, or {@code rediss://} for
 * TLS. A Redis Cluster: several of its nodes as {@code redis://[:password@]a:6379,b:6379,c:6379},
 * or one address that leads to it as {@code redis-cluster://host:6379} ({@code rediss-cluster://}
 * for TLS); the other nodes are found from there.
 *
 * @param url as above
 * @param commandTimeout how long one command may take before the queue counts as unavailable
 * @param takeOverAfter how long a report that was read may stay unacknowledged before another
 *     reader gets it
 */
public record RedisQueueSettings(String url, Duration commandTimeout, Duration takeOverAfter) {
    private static final String CLUSTER = "-cluster://";

    public RedisQueueSettings {
        if (commandTimeout.toMillis() < 1 || takeOverAfter.toMillis() < 1) {
            throw new IllegalArgumentException("a time limit is positive");
        }
    }

    public static RedisQueueSettings at(String url) {
        return new RedisQueueSettings(url, Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    /** Whether the address is that of a Redis Cluster. */
    boolean cluster() {
        return url.contains(CLUSTER) || url.contains(",");
    }

    /** The address as every Redis client writes it. */
    String plainUrl() {
        return url.replace(CLUSTER, "://");
    }
}
