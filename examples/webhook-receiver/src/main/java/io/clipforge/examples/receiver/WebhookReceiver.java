package io.clipforge.examples.receiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clipforge.sdk.errors.WebhookVerificationException;
import io.clipforge.sdk.webhooks.WebhookEvent;
import io.clipforge.sdk.webhooks.Webhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * What a receiver has to do:
 *
 * <ol>
 *   <li>read the body as it is, up to a size that makes sense;
 *   <li>verify it, and answer 400 when it is not from ClipForge;
 *   <li>do nothing twice, since a delivery is repeated until it is answered with 2xx;
 *   <li>answer soon: within 15 seconds, so longer work belongs into a queue.
 * </ol>
 */
public final class WebhookReceiver implements AutoCloseable {
    private static final int LARGEST_BODY = 1024 * 1024;
    private static final int REMEMBERED = 10_000;

    /** Gone when the process ends; a real receiver keeps the ids beside what they caused. */
    private final Set<String> seen = Collections.newSetFromMap(new Oldest());

    private final HttpServer server;
    private final String[] secrets;
    private final Consumer<WebhookEvent> listener;

    /**
     * Listens on the loopback interface.
     *
     * @param port to listen on; 0 picks a free one
     * @param listener hears of each event once; when it throws, the event comes again later
     * @param secrets of the endpoint: one, or both while they are rotated
     */
    public WebhookReceiver(int port, Consumer<WebhookEvent> listener, String... secrets)
            throws IOException {
        // a mistyped secret shall not wait for the first delivery
        Webhooks.sign(new byte[0], "startup", Instant.EPOCH, secrets);
        this.secrets = secrets.clone();
        this.listener = listener;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(receive(exchange), -1);
        }
    }

    private int receive(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return 413;
        }
        try {
            return hear(Webhooks.unwrap(body, exchange.getRequestHeaders(), secrets));
        } catch (WebhookVerificationException forged) {
            System.err.println("Refused a request: " + forged.getMessage());
            return 400;
        } catch (RuntimeException failed) {
            System.err.println("Could not take an event, it will come again: " + failed);
            return 500;
        }
    }

    /**
     * One event at a time, so that a repetition waits until it is known whether the first went
     * well.
     */
    private synchronized int hear(WebhookEvent event) {
        String id = event.event().getId();
        if (!seen.contains(id)) {
            listener.accept(event);
            seen.add(id);
        }
        return 204;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Forgets what came first when it holds too much. */
    private static final class Oldest extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }

    /**
     * Prints each event in a line. {@code CLIPFORGE_WEBHOOK_SECRETS} holds them, parted by spaces.
     */
    public static void main(String[] arguments) throws IOException {
        String secrets = System.getenv("CLIPFORGE_WEBHOOK_SECRETS");
        if (secrets == null || secrets.isBlank()) {
            System.err.println("Set CLIPFORGE_WEBHOOK_SECRETS to the secret of your endpoint.");
            System.exit(2);
            return;
        }
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8090;
        WebhookReceiver receiver =
                new WebhookReceiver(
                        port,
                        event -> System.out.println(line(event)),
                        secrets.strip().split(" +"));
        System.out.println("Listening on http://127.0.0.1:" + receiver.port());
    }

    static String line(WebhookEvent event) {
        return switch (event) {
            case WebhookEvent.IngestCompleted(_, var ingest) ->
                    "Ingest " + ingest.getId() + " is complete";
            case WebhookEvent.IngestFailed(_, var ingest) -> "Ingest " + ingest.getId() + " failed";
            case WebhookEvent.TranscriptReady(_, var transcript) ->
                    "The transcript of " + transcript.getAssetId() + " is ready";
            case WebhookEvent.MomentsReady(_, var moments) ->
                    "The moments of " + moments.getAssetId() + " are ranked";
            case WebhookEvent.ExportReady(_, var export) ->
                    "Export " + export.getId() + " can be downloaded";
            case WebhookEvent.ExportFailed(_, var export) -> "Export " + export.getId() + " failed";
            case WebhookEvent.JobFailed(_, var job) -> "Job " + job.getId() + " failed";
            case WebhookEvent.ApiKeyRevoked(_, var key) ->
                    "API key " + key.getName() + " was revoked";
            case WebhookEvent.Unknown(_, var type) -> "Something newer than this program: " + type;
        };
    }
}
