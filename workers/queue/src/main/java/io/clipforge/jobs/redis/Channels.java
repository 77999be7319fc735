package io.clipforge.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is said to every process at once, on one connection that mends itself. Who is away at that
 * moment misses it.
 */
final class Channels {
    private final RedisLink link;
    private final Map<String, Consumer<String>> heard = new ConcurrentHashMap<>();
    private @Nullable StatefulRedisPubSubConnection<String, String> subscription;

    Channels(RedisLink link) {
        this.link = link;
    }

    void publish(String channel, String message) {
        link.call(redis -> RedisLink.await(redis.publish(channel, message.getBytes(UTF_8))));
    }

    /**
     * Returns once the channel is heard.
     *
     * @param action must not block: it runs on the thread that reads from Redis
     */
    void hear(String channel, Consumer<String> action) {
        if (!heard.containsKey(channel)) {
            subscribe(channel, action);
        }
    }

    private synchronized void subscribe(String channel, Consumer<String> action) {
        if (subscription == null) {
            subscription = link.subscriber();
            subscription.addListener(new Incoming());
        }
        var async = subscription.async();
        RedisLink.reached(() -> RedisLink.await(async.subscribe(channel)));
        heard.put(channel, action);
    }

    private final class Incoming extends RedisPubSubAdapter<String, String> {
        @Override
        public void message(String channel, String message) {
            var action = heard.get(channel);
            if (action != null) {
                action.accept(message);
            }
        }
    }
}
