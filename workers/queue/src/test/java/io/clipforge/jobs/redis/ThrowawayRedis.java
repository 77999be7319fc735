package io.clipforge.jobs.redis;

import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;
import java.util.function.Function;

/** A real Redis of its own on loopback, which keeps nothing. */
public final class ThrowawayRedis implements AutoCloseable {
    private final RedisNode node = RedisNode.start(List.of());

    private ThrowawayRedis() {}

    public static ThrowawayRedis start() {
        return new ThrowawayRedis();
    }

    public String url() {
        return "redis://127.0.0.1:" + node.port();
    }

    /** As if the machine had lost its memory, without losing a connection. */
    public void forgetEverything() {
        ask(redis -> redis.flushall());
    }

    public void stop() {
        node.stop();
    }

    /** On the same port, empty. */
    public void startAgain() {
        node.startAgain();
    }

    public <T> T ask(Function<RedisCommands<String, String>, T> question) {
        return node.ask(question);
    }

    @Override
    public void close() {
        stop();
    }
}
