package io.clipforge.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleSupplier;

/**
 * A real HTTP server that answers each route with what it was told, one answer after the other (the
 * last one for ever), writes down what it saw, and gives clients that do not really wait.
 */
public final class FakeApi implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    public static final String KEY = "cf_test_averysecretkey";

    public final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    public final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    private final Map<String, List<Answer>> routes = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** What one route does with one request. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A request as it arrived. */
    public record Seen(String method, URI uri, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> String.join(",", entry.getValue()))
                    .findFirst()
                    .orElse("");
        }

        @Override
        public String toString() {
            return method + " " + uri;
        }
    }

    public FakeApi() {
        this(0);
    }

    public FakeApi(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Tells what a route answers; a route is a method and a path, such as {@code GET /v1/jobs}. */
    public FakeApi on(String route, Answer... answers) {
        synchronized (routes) {
            routes.put(route, new ArrayList<>(List.of(answers)));
        }
        return this;
    }

    public static Answer json(int status, String body, String... headers) {
        return bytes(status, "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public static Answer problem(int status, String code, String... headers) {
        String body =
                """
                {"type":"https://api.clipforge.io/problems/%s","title":"No","status":%d,"code":"%s","detail":"Because.","request_id":"req_1"}\
                """
                        .formatted(code, status, code);
        return bytes(
                status, "application/problem+json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public static Answer bytes(int status, String type, byte[] body, String... headers) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        };
    }

    /** Closes the connection without a word, after the request has arrived. */
    public static Answer hangUp() {
        return HttpExchange::close;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /**
     * A client whose waits are written down instead of waited for, and last as long as they can.
     */
    public ClipForge client() {
        return builder().build();
    }

    public ClipForge.Builder builder() {
        return builder(pauses, () -> 1.0).baseUrl(url());
    }

    public static ClipForge.Builder builder(List<Duration> pauses, DoubleSupplier random) {
        return ClipForge.builder()
                .apiKey(KEY)
                .time(pauses::add, Clock.fixed(NOW, ZoneOffset.UTC), random);
    }

    public List<Seen> seen(String route) {
        synchronized (seen) {
            return seen.stream()
                    .filter(request ->
                            route.equals(request.method() + " " + request.uri().getPath()))
                    .toList();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        seen.add(
                new Seen(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        body));
        answer(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()).to(exchange);
    }

    private Answer answer(String route) {
        synchronized (routes) {
            List<Answer> answers = routes.getOrDefault(route, List.of(problem(404, "not_found")));
            return answers.size() > 1 ? answers.remove(0) : answers.get(0);
        }
    }
}
