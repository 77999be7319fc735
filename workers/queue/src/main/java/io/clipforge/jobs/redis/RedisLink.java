package io.clipforge.jobs.redis;

import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connections to Redis: each opens when it is first needed and then mends itself. */
final class RedisLink implements AutoCloseable {
    private static final RedisCodec<String, byte[]> CODEC =
            RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final ClientResources resources =
            ClientResources.builder()
                    .reconnectDelay(Delay.fullJitter(50, 1_000, 50, TimeUnit.MILLISECONDS))
                    .build();
    private final RedisClient client;
    private final Connection shared = connection();

    RedisLink(RedisQueueSettings settings) {
        var uri = RedisURI.create(settings.url());
        uri.setTimeout(settings.commandTimeout());
        client = RedisClient.create(resources, uri);
        client.setOptions(options(settings.commandTimeout()));
    }

    /** Asks on the connection that everyone shares: nothing that blocks. */
    <T> T call(Function<RedisCommands<String, byte[]>, T> question) {
        return shared.call(question);
    }

    /** A connection of its own, for commands that block. */
    Connection connection() {
        return new Connection();
    }

    StatefulRedisPubSubConnection<String, String> subscriber() {
        return reached(client::connectPubSub);
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, CLOSING);
        resources.shutdown(0, CLOSING.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }

    static <T> T reached(Supplier<T> question) {
        try {
            return question.get();
        } catch (RedisException e) {
            throw new QueueUnavailableException(e);
        }
    }

    private static ClientOptions options(Duration timeout) {
        return ClientOptions.builder()
                // what cannot be sent now is the caller's to repeat, not to wait for
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled())
                .socketOptions(
                        SocketOptions.builder().connectTimeout(timeout).keepAlive(alive()).build())
                .build();
    }

    /** A peer that vanished without a word is noticed within half a minute. */
    private static SocketOptions.KeepAliveOptions alive() {
        return SocketOptions.KeepAliveOptions.builder()
                .enable()
                .idle(Duration.ofSeconds(10))
                .interval(Duration.ofSeconds(5))
                .count(3)
                .build();
    }

    /** One connection; a process may start before Redis does. */
    final class Connection {
        private @Nullable StatefulRedisConnection<String, byte[]> open;

        <T> T call(Function<RedisCommands<String, byte[]>, T> question) {
            return reached(() -> question.apply(open().sync()));
        }

        private synchronized StatefulRedisConnection<String, byte[]> open() {
            if (open == null) {
                open = client.connect(CODEC);
            }
            return open;
        }
    }
}
