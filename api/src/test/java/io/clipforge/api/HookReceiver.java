package io.clipforge.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A customer's server that takes every webhook, and what it was sent. */
final class HookReceiver implements AutoCloseable {
    private final BlockingQueue<Map<String, String>> headers = new LinkedBlockingQueue<>();
    private final HttpServer server;

    HookReceiver(Customer customer, String... eventTypes) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
        customer.api.post(
                "/v1/webhook_endpoints",
                "{\"url\": \"http://127.0.0.1:%d/hook?token=secret\", \"event_types\": [\"%s\"]}"
                        .formatted(
                                server.getAddress().getPort(), String.join("\", \"", eventTypes)));
    }

    /** The headers of the next delivery, by their names in lower case. */
    Map<String, String> next() throws InterruptedException {
        var next = headers.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no webhook came");
        }
        return next;
    }

    private void take(HttpExchange exchange) throws IOException {
        var found = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        found.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
        headers.add(found);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
