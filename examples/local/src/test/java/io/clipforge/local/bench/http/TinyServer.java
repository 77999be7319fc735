package io.clipforge.local.bench.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A real server that answers each operation well until it is told otherwise. */
final class TinyServer implements AutoCloseable {
    private static final byte[] BODY =
            "{\"id\": \"ing_1\", \"next_cursor\": \"next\"}".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean hangingUp;
    private volatile int failure;

    private TinyServer(HttpServer server) {
        this.server = server;
    }

    static TinyServer start() throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var tiny = new TinyServer(HttpServer.create(address, 0));
        tiny.server.setExecutor(tiny.threads);
        tiny.server.createContext("/", tiny::answer);
        tiny.server.start();
        return tiny;
    }

    int port() {
        return server.getAddress().getPort();
    }

    void takes(Duration time) {
        delay = time;
    }

    void hangsUp() {
        hangingUp = true;
    }

    void answers(int status) {
        failure = status;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (hangingUp) {
                return;
            }
            LockSupport.parkNanos(delay.toNanos());
            int status = exchange.getRequestMethod().equals("POST") ? 202 : 200;
            exchange.sendResponseHeaders(failure == 0 ? status : failure, BODY.length);
            exchange.getResponseBody().write(BODY);
        }
    }
}
