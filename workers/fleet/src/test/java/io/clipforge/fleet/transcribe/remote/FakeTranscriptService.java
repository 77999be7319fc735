package io.clipforge.fleet.transcribe.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Answers as AssemblyAI does. It hears a word in every half second of sound that is not silent, and
 * every transcript is queued once and processed once before it is completed.
 */
public final class FakeTranscriptService implements AutoCloseable {
    static final String KEY = "key-that-nobody-may-see";

    private static final int HEADER = 44;
    private static final int HALF_SECOND = 8_000;
    private static final int RATE_FIELD = 24;
    private static final Set<String> LANGUAGES = Set.of("en", "de", "fr");

    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, byte[]> uploads = new ConcurrentHashMap<>();
    private final Map<String, Ordered> transcripts = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Queue<Trouble> troubles = new ArrayDeque<>();
    private final BlockingQueue<String> deleted = new LinkedBlockingQueue<>();
    private final Queue<JsonNode> orders = new LinkedBlockingQueue<>();
    private volatile boolean endless;
    private volatile String failure = "";

    private record Ordered(JsonNode order, AtomicInteger asked) {}

    private record Trouble(int status, String retryAfter) {}

    public FakeTranscriptService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public RemoteSettings settings() {
        return settings(KEY);
    }

    RemoteSettings settings(String key) {
        return new RemoteSettings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                key,
                null,
                true,
                Duration.ofMillis(5),
                Duration.ofSeconds(30),
                3,
                Duration.ofMillis(5));
    }

    /** The next request is answered so. */
    synchronized void trouble(int status, String retryAfter) {
        troubles.add(new Trouble(status, retryAfter));
    }

    /** From now on transcripts are never completed. */
    void neverCompletes() {
        endless = true;
    }

    /** From now on transcripts fail. */
    void fails(String error) {
        failure = error;
    }

    /** The id of a transcript that was deleted, in order. */
    BlockingQueue<String> deleted() {
        return deleted;
    }

    List<JsonNode> orders() {
        return List.copyOf(orders);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var trouble = nextTrouble();
            if (trouble != null) {
                exchange.getResponseHeaders().add("Retry-After", trouble.retryAfter());
                send(exchange, trouble.status(), Map.of("error", "come back later"));
            } else if (!KEY.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, Map.of("error", "Authentication error, API token invalid"));
            } else {
                route(exchange, body);
            }
        }
    }

    private void route(HttpExchange exchange, byte[] body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var id = path.substring(path.lastIndexOf('/') + 1);
        switch (exchange.getRequestMethod() + " " + path.replaceAll("/t[0-9]+$", "/{id}")) {
            case "POST /v2/upload" -> {
                var address = "https://uploads.example/" + ids.incrementAndGet();
                uploads.put(address, body);
                send(exchange, 200, Map.of("upload_url", address));
            }
            case "POST /v2/transcript" -> order(exchange, json.readTree(body));
            case "GET /v2/transcript/{id}" -> tell(exchange, id);
            case "DELETE /v2/transcript/{id}" -> {
                transcripts.remove(id);
                deleted.add(id);
                send(exchange, 200, Map.of("id", id, "status", "deleted"));
            }
            default -> send(exchange, 404, Map.of("error", "Not found"));
        }
    }

    private void order(HttpExchange exchange, JsonNode order) throws IOException {
        orders.add(order);
        var language = order.path("language_code").asText();
        if (wav(order).length == 0) {
            send(exchange, 400, Map.of("error", "Cannot access uploaded file"));
        } else if (order.has("language_code") == order.path("language_detection").asBoolean()
                || !(language.isEmpty() || LANGUAGES.contains(language))) {
            send(exchange, 400, Map.of("error", "Invalid language_code"));
        } else {
            var id = "t" + ids.incrementAndGet();
            transcripts.put(id, new Ordered(order, new AtomicInteger()));
            send(exchange, 200, Map.of("id", id, "status", "queued"));
        }
    }

    private void tell(HttpExchange exchange, String id) throws IOException {
        var ordered = transcripts.get(id);
        if (ordered == null) {
            send(exchange, 404, Map.of("error", "Transcript not found"));
            return;
        }
        int asked = ordered.asked().getAndIncrement();
        var words = words(wav(ordered.order()));
        if (asked < 2 || endless) {
            send(exchange, 200, Map.of("id", id, "status", asked == 0 ? "queued" : "processing"));
        } else if (!failure.isEmpty()) {
            send(exchange, 200, Map.of("id", id, "status", "error", "error", failure));
        } else if (words.isEmpty() && ordered.order().path("language_detection").asBoolean()) {
            var error = "language_detection cannot be performed on files with no spoken audio.";
            send(exchange, 200, Map.of("id", id, "status", "error", "error", error));
        } else {
            var language = ordered.order().path("language_code").asText("en_us");
            var completed =
                    Map.of(
                            "id",
                            id,
                            "status",
                            "completed",
                            "language_code",
                            language,
                            "words",
                            words,
                            "audio_duration",
                            words.size());
            send(exchange, 200, completed);
        }
    }

    private byte[] wav(JsonNode order) {
        return uploads.getOrDefault(order.path("audio_url").asText(), new byte[0]);
    }

    private static List<Map<String, Object>> words(byte[] wav) {
        var file = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        if (file.getInt(RATE_FIELD) != 2 * HALF_SECOND) {
            throw new IllegalArgumentException("another rate");
        }
        var samples = file.position(HEADER).slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        var words = new ArrayList<Map<String, Object>>();
        for (int at = 0; at + HALF_SECOND <= samples.limit(); at += HALF_SECOND) {
            if (loud(samples.slice(at, HALF_SECOND))) {
                words.add(
                        Map.of(
                                "text",
                                "Word" + at / HALF_SECOND,
                                "start",
                                at / 16,
                                "end",
                                (at + HALF_SECOND) / 16,
                                "confidence",
                                0.9,
                                "speaker",
                                at / HALF_SECOND % 2 == 0 ? "A" : "B"));
            }
        }
        return words;
    }

    private static boolean loud(ShortBuffer samples) {
        for (int i = 0; i < samples.limit(); i++) {
            if (Math.abs((int) samples.get(i)) > 300) {
                return true;
            }
        }
        return false;
    }

    private synchronized @Nullable Trouble nextTrouble() {
        return troubles.poll();
    }

    private void send(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = json.writeValueAsString(body).getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
