package io.clipforge.local.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clipforge.sdk.errors.WebhookVerificationException;
import io.clipforge.sdk.webhooks.Webhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** The customer's own server, which hears about events and believes only what is signed. */
final class Receiver implements AutoCloseable {
    private static final int LARGEST_BODY = 1 << 20;
    private static final String ID = "webhook-id";

    private final HttpServer server;
    private final CompletableFuture<String> secret = new CompletableFuture<>();
    private final Map<String, Webhook> heard = new LinkedHashMap<>();

    /**
     * A call that came in.
     *
     * @param type and resource: empty when it was not signed, since then nothing in it counts
     */
    record Webhook(String id, String type, String resource, boolean verified) {}

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks");
    }

    /** The secret is known only after the endpoint was made, and that needs the address. */
    void trust(String endpointSecret) {
        secret.complete(endpointSecret);
    }

    /** Waits until all these types were heard of a resource; answers whether they were. */
    boolean await(Map<String, Set<String>> typesByResource, Duration patience)
            throws InterruptedException {
        return await(
                () ->
                        typesByResource.entrySet().stream()
                                .allMatch(it -> typesOf(it.getKey()).containsAll(it.getValue())),
                patience);
    }

    /** Waits until these events were heard of; answers whether they were. */
    boolean awaitEvents(Collection<String> ids, Duration patience) throws InterruptedException {
        return await(
                () ->
                        ids.stream()
                                .allMatch(it ->
                                        Optional.ofNullable(heard.get(it))
                                                .filter(Webhook::verified)
                                                .isPresent()),
                patience);
    }

    private synchronized boolean await(BooleanSupplier enough, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!enough.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** What was heard about these, and every call that could not be verified. */
    synchronized List<Webhook> about(Collection<String> resources) {
        return heard.values().stream()
                .filter(it -> !it.verified() || resources.contains(it.resource()))
                .toList();
    }

    private List<String> typesOf(String resource) {
        return heard.values().stream()
                .filter(it -> it.resource().equals(resource))
                .map(Webhook::type)
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
            var webhook = read(exchange, body);
            hear(webhook);
            exchange.sendResponseHeaders(webhook.verified() ? 204 : 400, -1);
        }
    }

    private Webhook read(HttpExchange exchange, byte[] body) {
        try {
            var event = Webhooks.unwrap(body, exchange.getRequestHeaders(), secret.join()).event();
            return new Webhook(
                    event.getId(), event.getType().getValue(), event.getResourceId(), true);
        } catch (WebhookVerificationException e) {
            var id = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(ID), "");
            return new Webhook(id, "", "", false);
        }
    }

    /** An event may come twice; it counts once. */
    private synchronized void hear(Webhook webhook) {
        heard.putIfAbsent(webhook.id(), webhook);
        notifyAll();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
