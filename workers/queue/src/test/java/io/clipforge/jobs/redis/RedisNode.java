package io.clipforge.jobs.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.function.Function;
import redis.embedded.RedisServer;

/** One process on loopback, which keeps no data. */
final class RedisNode {
    /** A node of a cluster listens here too, counted from its port. */
    private static final int BUS = 10_000;

    private static final RedisClient CLIENT = RedisClient.create();

    private final int port;
    private final List<String> settings;
    private RedisServer server;

    private RedisNode(int port, List<String> settings) {
        this.port = port;
        this.settings = settings;
        this.server = launch(port, settings);
    }

    static RedisNode start(List<String> settings) {
        return new RedisNode(freePort(), settings);
    }

    int port() {
        return port;
    }

    void stop() {
        server.stop();
    }

    /** On the same port, empty. */
    void startAgain() {
        server = launch(port, settings);
    }

    <T> T ask(Function<RedisCommands<String, String>, T> question) {
        try (var connection = CLIENT.connect(RedisURI.create("127.0.0.1", port))) {
            return question.apply(connection.sync());
        }
    }

    private static RedisServer launch(int port, List<String> settings) {
        var builder =
                RedisServer.builder()
                        .port(port)
                        .bind("127.0.0.1")
                        .setting("save \"\"")
                        .setting("appendonly no");
        settings.forEach(builder::setting);
        var server = builder.build();
        server.start();
        return server;
    }

    private static int freePort() {
        while (true) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                int port = socket.getLocalPort();
                if (port + BUS < 65_536 && isFree(port + BUS)) {
                    return port;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
