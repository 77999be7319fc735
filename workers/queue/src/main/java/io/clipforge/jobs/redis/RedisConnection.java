package io.clipforge.jobs.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A connection to the Redis or Redis Cluster of the queue for what else is kept there. Once open it
 * mends itself; while it is broken, commands fail at once.
 */
public final class RedisConnection implements AutoCloseable {
    private static final Duration TAKE_OVER = Duration.ofSeconds(5);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final ClientResources resources =
            ClientResources.builder()
                    .reconnectDelay(Delay.fullJitter(50, 1_000, 50, TimeUnit.MILLISECONDS))
                    .build();
    private final RedisServers servers;

    /**
     * Does not connect yet.
     *
     * @param url as {@link RedisQueueSettings#url} has it
     * @param patience how long connecting, or one command, may take
     */
    public RedisConnection(String url, Duration patience) {
        servers = RedisServers.at(new RedisQueueSettings(url, patience, TAKE_OVER), resources);
    }

    /**
     * Connects, and waits for that.
     *
     * @return commands of one Redis, or of a cluster
     * @throws io.lettuce.core.RedisException when it cannot be reached
     */
    public RedisClusterAsyncCommands<String, byte[]> open() {
        return servers.connect();
    }

    @Override
    public void close() {
        servers.shutdown(CLOSING);
        resources.shutdown(0, CLOSING.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
}
