package io.clipforge.jobs.redis;

import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connections to Redis: each opens when it is first needed and then mends itself. */
final class RedisLink implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final ClientResources resources =
            ClientResources.builder()
                    .reconnectDelay(Delay.fullJitter(50, 1_000, 50, TimeUnit.MILLISECONDS))
                    .build();
    private final RedisServers server;
    private final Connection shared = connection();

    RedisLink(RedisQueueSettings settings) {
        server = RedisServers.at(settings, resources);
    }

    /** Asks on the connection that everyone shares: nothing that blocks. */
    <T> T call(Function<RedisClusterAsyncCommands<String, byte[]>, T> question) {
        return shared.call(question);
    }

    /** A connection of its own, for commands that block. */
    Connection connection() {
        return new Connection();
    }

    StatefulRedisPubSubConnection<String, String> subscriber() {
        return reached(server::subscribe);
    }

    @Override
    public void close() {
        server.shutdown(CLOSING);
        resources.shutdown(0, CLOSING.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }

    static <T> T reached(Supplier<T> question) {
        try {
            return question.get();
        } catch (RedisException e) {
            throw new QueueUnavailableException(e);
        }
    }

    /**
     * The answer, also for a thread that is being interrupted: what Redis has done is not undone by
     * looking away. It comes, or fails, within the command's time limit.
     */
    static <T> T await(RedisFuture<T> answer) {
        try {
            return answer.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw failure(e.getCause());
        } catch (CancellationException e) {
            throw failure(e);
        }
    }

    /** For a command that blocks, and whose answer may get lost. */
    static <T> T awaitUnlessInterrupted(RedisFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (CancellationException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(e);
        }
    }

    private static RedisException failure(@Nullable Throwable cause) {
        return cause instanceof RedisException known ? known : new RedisException(cause);
    }

    /** One connection; a process may start before Redis does. */
    final class Connection {
        private @Nullable RedisClusterAsyncCommands<String, byte[]> open;

        <T> T call(Function<RedisClusterAsyncCommands<String, byte[]>, T> question) {
            return reached(() -> question.apply(open()));
        }

        private synchronized RedisClusterAsyncCommands<String, byte[]> open() {
            if (open == null) {
                open = server.connect();
            }
            return open;
        }
    }
}
