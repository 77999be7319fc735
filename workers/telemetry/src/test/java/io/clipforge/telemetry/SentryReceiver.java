package io.clipforge.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** A server that speaks Sentry's envelope endpoint for one project, and keeps the events. */
public final class SentryReceiver implements AutoCloseable {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final HttpServer server;

    public SentryReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/1/envelope/", this::take);
        server.start();
    }

    public String dsn() {
        return "http://public@127.0.0.1:" + server.getAddress().getPort() + "/1";
    }

    /** The next event as JSON. */
    public String next() throws InterruptedException {
        var next = events.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no event came");
        }
        return next;
    }

    /** So far, but for those that were taken. */
    public int waiting() {
        return events.size();
    }

    /** An envelope is a head, and for each item a head and a body, one line each. */
    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody();
            var plain =
                    "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                            ? new GZIPInputStream(body)
                            : body;
            var lines = new String(plain.readAllBytes(), UTF_8).lines().toList();
            for (int i = 1; i + 1 < lines.size(); i += 2) {
                if (lines.get(i).contains("\"type\":\"event\"")) {
                    events.add(lines.get(i + 1));
                }
            }
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(UTF_8));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
