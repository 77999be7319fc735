package io.clipforge.jobs.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.Function;
import redis.embedded.RedisServer;

/** A real Redis of its own on loopback, which keeps nothing. */
public final class ThrowawayRedis implements AutoCloseable {
    private final int port;
    private RedisServer server;

    private ThrowawayRedis(int port) throws IOException {
        this.port = port;
        this.server = launch(port);
    }

    public static ThrowawayRedis start() {
        try {
            return new ThrowawayRedis(freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** As if the machine had lost its memory, without losing a connection. */
    public void forgetEverything() {
        ask(redis -> redis.flushall());
    }

    public void stop() {
        server.stop();
    }

    /** On the same port, empty. */
    public void startAgain() {
        try {
            server = launch(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T ask(Function<RedisCommands<String, String>, T> question) {
        var client = RedisClient.create(url());
        try (var connection = client.connect()) {
            return question.apply(connection.sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static RedisServer launch(int port) throws IOException {
        var server =
                RedisServer.builder()
                        .port(port)
                        .bind("127.0.0.1")
                        .setting("save \"\"")
                        .setting("appendonly no")
                        .build();
        server.start();
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
