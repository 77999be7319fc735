package io.clipforge.jobs.redis;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every worker about unwanted runs; who is away at that moment misses it. */
final class Cancellations {
    private static final Logger log = LoggerFactory.getLogger(Cancellations.class);
    private static final String CHANNEL = "clipforge:cancel";

    private final Channels channels;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    Cancellations(Channels channels) {
        this.channels = channels;
    }

    void publish(UUID run) {
        channels.publish(CHANNEL, run.toString());
    }

    AutoCloseable listen(Consumer<UUID> action) {
        channels.hear(CHANNEL, this::heard);
        var listener = new Listener(action);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void heard(String run) {
        // the thread that reads from Redis must not wait for a listener
        Thread.ofVirtual().name("cancel-" + run).start(() -> tell(run));
    }

    private void tell(String message) {
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
}
