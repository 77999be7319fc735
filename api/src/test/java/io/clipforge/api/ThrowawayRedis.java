package io.clipforge.api;

import java.io.IOException;
import redis.embedded.RedisServer;

/** A Redis that a test may stop, and start again, empty, at the same address. */
final class ThrowawayRedis implements AutoCloseable {
    private final int port;
    private RedisServer server;

    private ThrowawayRedis(int port) throws IOException {
        this.port = port;
        this.server = launch(port);
    }

    static ThrowawayRedis start() throws IOException {
        return new ThrowawayRedis(Servers.freePort());
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    void stop() throws IOException {
        server.stop();
    }

    void startAgain() throws IOException {
        server = launch(port);
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }

    private static RedisServer launch(int port) throws IOException {
        var server =
                RedisServer.builder().port(port).bind("127.0.0.1").setting("save \"\"").build();
        server.start();
        return server;
    }
}
