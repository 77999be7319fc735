package io.clipforge.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clipforge.webhooks.Secret;
import io.clipforge.webhooks.Verification;
import io.clipforge.webhooks.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private final Customer customer = new Customer();
    private final Worker worker = new Worker(customer);
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private volatile int answer = 204;
    private final HttpServer receiver = receiver();

    record Call(Map<String, String> headers, String body) {}

    private HttpServer receiver() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::take);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
        calls.add(new Call(headers, body));
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private JsonNode endpoint() {
        return customer.api
                .post(
                        "/v1/webhook_endpoints",
                        """
                        {"url": "http://127.0.0.1:%d/hook",
                         "event_types": ["ingest.completed", "transcript.ready", "moments.ready", "export.ready"]}
                        """
                                .formatted(receiver.getAddress().getPort()))
                .body();
    }

    private Call next() throws InterruptedException {
        var call = calls.poll(20, TimeUnit.SECONDS);
        assertTrue(call != null, "no webhook came");
        return call;
    }

    private void ingestCompletely() {
        var ingest = customer.ingest();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
    }

    @Test
    void everyEventOfAnIngestArrivesSignedAndOnce() throws Exception {
        var secret = new Secret(endpoint().path("secret").asText());
        ingestCompletely();
        var types = new HashSet<String>();
        for (int i = 0; i < 3; i++) {
            var call = next();
            assertTrue(verified(call, secret), "the signature is wrong");
            var event = Caller.JSON.readTree(call.body());
            assertEquals(call.headers().get("webhook-id"), event.path("id").asText());
            assertEquals(call.headers().get("webhook-sequence"), event.path("sequence").asText());
            assertTrue(types.add(event.path("type").asText()));
        }
        assertEquals(Set.of("transcript.ready", "moments.ready", "ingest.completed"), types);
        assertTrue(calls.isEmpty());
    }

    @Test
    void theEventsOfTheListAreThoseThatWereSent() throws Exception {
        endpoint();
        ingestCompletely();
        var sent = new HashSet<String>();
        for (int i = 0; i < 3; i++) {
            sent.add(next().headers().get("webhook-id"));
        }
        var listed = new HashSet<String>();
        customer.api
                .get("/v1/events")
                .body()
                .path("data")
                .forEach(it -> listed.add(it.path("id").asText()));
        assertEquals(listed, sent);
    }

    @Test
    void aFailedDeliveryIsKeptWithItsAttemptAndCanBeSentAgain() throws Exception {
        answer = 500;
        var endpoint = endpoint();
        ingestCompletely();
        next();
        var delivery =
                Eventually.see(
                                () -> deliveries(endpoint),
                                it -> it.at("/data/0/attempts/0").has("number"))
                        .at("/data/0");
        assertEquals("pending", delivery.path("status").asText());
        assertEquals(500, delivery.at("/attempts/0/response_status").asInt());
        answer = 200;
        var path = "/v1/deliveries/" + delivery.path("id").asText();
        assertEquals(202, customer.api.post(path + "/resend", "").status());
        var delivered =
                Eventually.see(
                        () -> customer.api.get(path), it -> it.text("status").equals("delivered"));
        assertEquals(2, delivered.body().path("attempts").size());
    }

    @Test
    void anEndpointThatIsGoneIsDisabled() throws Exception {
        answer = 410;
        var endpoint = endpoint();
        ingestCompletely();
        next();
        var path = "/v1/webhook_endpoints/" + endpoint.path("id").asText();
        Eventually.see(() -> customer.api.get(path), it -> it.text("status").equals("disabled"));
        var pending =
                "/v1/deliveries?status=pending&webhook_endpoint_id=" + endpoint.path("id").asText();
        Eventually.see(() -> customer.api.get(pending), it -> it.body().path("data").isEmpty());
    }

    @Test
    void afterARotationBothSecretsVerify() throws Exception {
        var endpoint = endpoint();
        var rotated =
                customer.api.post(
                        "/v1/webhook_endpoints/" + endpoint.path("id").asText() + "/rotate_secret",
                        "");
        assertEquals(200, rotated.status());
        ingestCompletely();
        var call = next();
        assertTrue(verified(call, new Secret(endpoint.path("secret").asText())));
        assertTrue(verified(call, new Secret(rotated.text("secret"))));
    }

    @Test
    void aDeletedEndpointGetsNothingMore() {
        var endpoint = endpoint();
        var path = "/v1/webhook_endpoints/" + endpoint.path("id").asText();
        assertEquals(204, customer.api.delete(path).status());
        ingestCompletely();
        assertEquals(404, customer.api.get(path).status());
        assertEquals(0, customer.api.get("/v1/deliveries").body().path("data").size());
        assertTrue(calls.isEmpty());
    }

    @Test
    void aPrivateAddressIsRefusedWhenItIsRegistered() {
        for (var url :
                List.of(
                        "ftp://example.com/",
                        "https://user:pw@example.com/",
                        "https://10.0.0.1/")) {
            var answer =
                    customer.api.post(
                            "/v1/webhook_endpoints",
                            "{\"url\": \"%s\", \"event_types\": [\"ingest.completed\"]}"
                                    .formatted(url));
            assertEquals(422, answer.status(), url);
            assertEquals("/url", answer.body().at("/errors/0/pointer").asText());
        }
    }

    /** What a process that died had claimed is due again once its lease is over. */
    @Test
    void aClaimedDeliveryThatNobodyFinishedIsMadeLater() throws Exception {
        answer = 500;
        var endpoint = endpoint();
        ingestCompletely();
        next();
        next();
        next();
        Eventually.see(() -> deliveries(endpoint), it -> it.findValues("number").size() == 3);
        answer = 204;
        try (var connection = Servers.superuser();
                var statement = connection.createStatement()) {
            int changed =
                    statement.executeUpdate(
                            """
                            update deliveries set claim_id = uuidv7(), next_attempt_at = now()
                             where org_id = '%s'
                            """
                                    .formatted(customer.organization));
            assertEquals(3, changed);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Eventually.see(
                () -> deliveries(endpoint),
                it ->
                        it.findValuesAsText("status").stream().filter("delivered"::equals).count()
                                == 3);
        assertFalse(calls.isEmpty());
    }

    private static boolean verified(Call call, Secret secret) {
        var verifier = new Verifier(Clock.systemUTC(), Verifier.TOLERANCE);
        return verifier.verify(call.headers(), call.body().getBytes(UTF_8), List.of(secret))
                instanceof Verification.Genuine;
    }

    private JsonNode deliveries(JsonNode endpoint) {
        return customer.api
                .get("/v1/deliveries?webhook_endpoint_id=" + endpoint.path("id").asText())
                .body();
    }
}
