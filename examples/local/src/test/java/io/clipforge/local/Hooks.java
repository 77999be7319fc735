package io.clipforge.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clipforge.sdk.webhooks.Webhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** An integrator's server: keeps what is called in, once its signature is verified. */
final class Hooks implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final CompletableFuture<String> secret = new CompletableFuture<>();
    private final List<JsonNode> heard = new ArrayList<>();

    Hooks() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    void trust(String endpointSecret) {
        secret.complete(endpointSecret);
    }

    /** The first one of a type about a resource; the test's own limit ends a wait in vain. */
    synchronized JsonNode await(String type, String resource) throws InterruptedException {
        while (true) {
            for (var event : heard) {
                if (event.path("type").asText().equals(type)
                        && event.path("resource_id").asText().equals(resource)) {
                    return event;
                }
            }
            wait();
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            Webhooks.verify(body, exchange.getRequestHeaders(), secret.join());
            synchronized (this) {
                heard.add(JSON.readTree(body));
                notifyAll();
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
