package io.clipforge.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.clipforge.net.Limits;
import io.clipforge.net.Reach;
import io.clipforge.net.SafeHttp;
import io.clipforge.webhooks.DeliveryOutcome.Delivered;
import io.clipforge.webhooks.DeliveryOutcome.Exhausted;
import io.clipforge.webhooks.DeliveryOutcome.Gone;
import io.clipforge.webhooks.DeliveryOutcome.Refused;
import io.clipforge.webhooks.DeliveryOutcome.RetryAt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SenderTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:31:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final RandomGenerator MIDDLE = () -> 1L << 63;
    private static final String PAYLOAD = "{\"type\":\"export.ready\",\"title\":\"Grüße 🎬\"}";
    private static final Secret SECRET = Secret.generate(new SecureRandom());

    private final SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, Sender.LIMITS);
    private final Sender sender = new Sender(http, RetrySchedule.STANDARD, CLOCK, MIDDLE);

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    private volatile HttpHandler behaviour = exchange -> answer(exchange, 200, "");

    @BeforeEach
    void startTheEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> behaviour.handle(exchange));
        server.start();
    }

    @AfterEach
    void stopTheEndpoint() {
        server.stop(0);
        http.close();
    }

    @Test
    void theEndpointCanVerifyWhatItGets() throws Exception {
        BlockingQueue<Map<String, String>> heads = new LinkedBlockingQueue<>();
        BlockingQueue<byte[]> bodies = new LinkedBlockingQueue<>();
        endpoint(exchange -> {
            Map<String, String> head = new HashMap<>();
            exchange.getRequestHeaders().forEach((k, v) -> head.put(k, v.getFirst()));
            heads.add(head);
            bodies.add(exchange.getRequestBody().readAllBytes());
            answer(exchange, 200, "thanks");
        });
        Attempt attempt = assertInstanceOf(Delivered.class, send(1)).attempt();
        assertEquals(1, attempt.number());
        assertEquals(NOW, attempt.startedAt());
        assertTrue(attempt.took().isPositive());
        assertEquals(200, attempt.status());
        assertEquals("thanks", attempt.excerpt());
        assertNull(attempt.failure());

        Map<String, String> head = heads.take();
        byte[] body = bodies.take();
        assertEquals(PAYLOAD, new String(body, UTF_8));
        assertEquals("application/json", head.get("Content-type"));
        assertEquals("ClipForge-Webhooks/1", head.get("User-agent"));
        assertEquals("7", head.get("Webhook-sequence"));
        Verifier verifier = new Verifier(CLOCK, Verifier.TOLERANCE);
        assertEquals(
                new Verification.Genuine("evt_1", NOW),
                verifier.verify(head, body, List.of(SECRET)));
    }

    @Test
    void anyTwoHundredIsADelivery() throws Exception {
        for (int status : List.of(200, 201, 202, 204, 299)) {
            endpoint(exchange -> answer(exchange, status, ""));
            assertInstanceOf(Delivered.class, send(1), "" + status);
        }
    }

    @Test
    void anyOtherAnswerIsTriedAgainAsPlanned() throws Exception {
        for (int status : List.of(301, 302, 307, 400, 401, 404, 422, 500, 502, 503)) {
            endpoint(exchange -> answer(exchange, status, "no\0way"));
            RetryAt again = assertInstanceOf(RetryAt.class, send(1), "" + status);
            assertEquals(NOW.plusSeconds(5), again.at());
            assertEquals(status, again.attempt().status());
            assertEquals("no\uFFFDway", again.attempt().excerpt());
            String failure = again.attempt().failure();
            assertTrue(failure != null && failure.contains("" + status), "" + failure);
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        endpoint(exchange -> {
            calls.incrementAndGet();
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            answer(exchange, 308, "");
        });
        assertInstanceOf(RetryAt.class, send(1));
        assertEquals(1, calls.get());
    }

    @Test
    void theSecondFailureWaitsLongerAndTheEighthIsTheLast() throws Exception {
        endpoint(exchange -> answer(exchange, 500, ""));
        assertEquals(
                NOW.plus(Duration.ofMinutes(5)), assertInstanceOf(RetryAt.class, send(2)).at());
        assertEquals(NOW.plus(Duration.ofHours(10)), assertInstanceOf(RetryAt.class, send(7)).at());
        assertEquals(8, assertInstanceOf(Exhausted.class, send(8)).attempt().number());
    }

    @Test
    void tooManyRequestsMeansAMinuteOrWhatTheEndpointAsksFor() throws Exception {
        endpoint(exchange -> answer(exchange, 429, ""));
        assertEquals(NOW.plusSeconds(60), assertInstanceOf(RetryAt.class, send(1)).at());
        endpoint(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "600");
            answer(exchange, 429, "");
        });
        assertEquals(NOW.plusSeconds(600), assertInstanceOf(RetryAt.class, send(1)).at());
    }

    @Test
    void retryAfterIsHonouredAsADateAndWithAnyStatus() throws Exception {
        endpoint(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "Sat, 21 Nov 2026 10:00:00 GMT");
            answer(exchange, 503, "");
        });
        assertEquals(
                Instant.parse("2026-11-21T10:00:00Z"),
                assertInstanceOf(RetryAt.class, send(1)).at());
    }

    @Test
    void anEndpointThatIsGoneIsTriedNoMore() throws Exception {
        endpoint(exchange -> answer(exchange, 410, "bye"));
        assertEquals("bye", assertInstanceOf(Gone.class, send(1)).attempt().excerpt());
    }

    @Test
    void anEndpointThatIsDownIsTriedAgain() throws Exception {
        URI url = url();
        server.stop(0);
        RetryAt again = assertInstanceOf(RetryAt.class, sender.send(delivery(url, 1)));
        assertEquals(NOW.plusSeconds(5), again.at());
        assertNull(again.attempt().status());
        assertEquals("", again.attempt().excerpt());
        assertNotNull(again.attempt().failure());
    }

    @Test
    void anEndpointThatTakesTooLongRestsForAMinute() throws Exception {
        Limits hasty =
                new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(200));
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SafeHttp hurried = new SafeHttp(Reach.ALSO_LOOPBACK, hasty)) {
            Sender impatient = new Sender(hurried, RetrySchedule.STANDARD, CLOCK, MIDDLE);
            URI url = URI.create("http://127.0.0.1:" + mute.getLocalPort());
            RetryAt again = assertInstanceOf(RetryAt.class, impatient.send(delivery(url, 1)));
            assertEquals(NOW.plusSeconds(60), again.at());
        }
    }

    @Test
    void aPrivateAddressIsRefusedAndNothingSent() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        endpoint(exchange -> calls.incrementAndGet());
        try (SafeHttp strict = new SafeHttp(Reach.PUBLIC_ONLY, Sender.LIMITS)) {
            Sender careful = new Sender(strict, RetrySchedule.STANDARD, CLOCK, MIDDLE);
            URI literal = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
            URI name = URI.create("https://localhost:" + server.getAddress().getPort());
            for (URI url : List.of(url(), literal, name)) {
                Refused refused = assertInstanceOf(Refused.class, careful.send(delivery(url, 1)));
                assertNotNull(refused.attempt().failure());
            }
        }
        assertEquals(0, calls.get());
    }

    private DeliveryOutcome send(int attempt) throws InterruptedException {
        return sender.send(delivery(url(), attempt));
    }

    private static Delivery delivery(URI url, int attempt) {
        Map<String, String> more = Map.of("webhook-sequence", "7");
        return new Delivery("evt_1", url, List.of(SECRET), PAYLOAD, more, attempt);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    /** What the endpoint does from now on. */
    private void endpoint(HttpHandler handler) {
        behaviour = handler;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
