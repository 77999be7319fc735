package io.clipforge.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every worker about unwanted runs; who is away at that moment misses it. */
final class Cancellations {
    private static final Logger log = LoggerFactory.getLogger(Cancellations.class);
    private static final String CHANNEL = "clipforge:cancel";

    private final RedisLink link;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable StatefulRedisPubSubConnection<String, String> subscription;

    Cancellations(RedisLink link) {
        this.link = link;
    }

    void publish(UUID run) {
        link.call(redis -> redis.publish(CHANNEL, run.toString().getBytes(UTF_8)));
    }

    AutoCloseable listen(Consumer<UUID> action) {
        subscribe();
        var listener = new Listener(action);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private synchronized void subscribe() {
        if (subscription == null) {
            var opened = link.subscriber();
            opened.addListener(new Incoming());
            RedisLink.reached(() -> {
                opened.sync().subscribe(CHANNEL);
                return CHANNEL;
            });
            subscription = opened;
        }
    }

    private void accept(String message) {
        try {
            var run = UUID.fromString(message);
            listeners.forEach(it -> it.action.accept(run));
        } catch (RuntimeException e) {
            log.error("A cancellation failed: {}", message, e);
        }
    }

    /** Not a record: the same action may listen twice. */
    private static final class Listener {
        private final Consumer<UUID> action;

        private Listener(Consumer<UUID> action) {
            this.action = action;
        }
    }

    private final class Incoming extends RedisPubSubAdapter<String, String> {
        @Override
        public void message(String channel, String message) {
            // Redis' own thread must not wait for a listener
            Thread.ofVirtual().name("cancel-" + message).start(() -> accept(message));
        }
    }
}
