package io.clipforge.examples.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.clipforge.sdk.webhooks.Webhooks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookReceiverTest {
    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_CxIZICcuNTxDSlFYX2ZtdHuCiZCXnqWss7rByM/W3eQ=";
    private static final String TRANSCRIPT =
            """
            {"id": "evt_1", "type": "transcript.ready", "timestamp": "2026-11-21T09:31:00Z",
             "sequence": 3, "resource_id": "ast_1", "environment": "live",
             "data": {"asset_id": "ast_1", "ingest_id": "ing_1", "language": "en",
                      "engine": "pocketsphinx", "word_count": 312}}
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean fails = new AtomicBoolean();
    private final WebhookReceiver receiver;

    WebhookReceiverTest() throws IOException {
        receiver =
                new WebhookReceiver(
                        0,
                        event -> {
                            if (fails.get()) {
                                throw new IllegalStateException("no disk space");
                            }
                            heard.add(WebhookReceiver.line(event));
                        },
                        NEW,
                        OLD);
    }

    @AfterEach
    void stop() {
        receiver.close();
        http.close();
    }

    @Test
    void aSignedEventIsHeard() throws Exception {
        assertEquals(204, deliver(TRANSCRIPT, NEW));
        assertEquals(List.of("The transcript of ast_1 is ready"), heard);
    }

    @Test
    void whileSecretsRotateBothAreGood() throws Exception {
        assertEquals(204, deliver(TRANSCRIPT, OLD));
        assertEquals(204, deliver(TRANSCRIPT.replace("evt_1", "evt_2"), NEW, OLD));
        assertEquals(2, heard.size());
    }

    @Test
    void aRepetitionIsAnsweredButNotHeardAgain() throws Exception {
        assertEquals(204, deliver(TRANSCRIPT, NEW));
        assertEquals(204, deliver(TRANSCRIPT, NEW));
        assertEquals(1, heard.size());
    }

    @Test
    void anEventThatCouldNotBeTakenIsHeardWhenItComesAgain() throws Exception {
        fails.set(true);
        assertEquals(500, deliver(TRANSCRIPT, NEW));
        fails.set(false);
        assertEquals(204, deliver(TRANSCRIPT, NEW));
        assertEquals(1, heard.size());
    }

    @Test
    void aTypeThatIsNewerThanTheReceiverIsTaken() throws Exception {
        String newer = TRANSCRIPT.replace("transcript.ready", "planet.aligned");
        assertEquals(204, deliver(newer, NEW));
        assertEquals(List.of("Something newer than this program: planet.aligned"), heard);
    }

    @Test
    void nothingElseIsHeard() throws Exception {
        Map<String, String> headers = sign(TRANSCRIPT, Instant.now(), NEW);
        assertEquals(400, post(TRANSCRIPT.replace("312", "313"), headers));
        assertEquals(400, post(TRANSCRIPT, Map.of()));
        assertEquals(400, post(TRANSCRIPT, sign(TRANSCRIPT, Instant.now().minusSeconds(400), NEW)));
        String stranger = "whsec_" + "A".repeat(32);
        assertEquals(400, deliver(TRANSCRIPT, stranger));
        assertEquals(413, deliver(" ".repeat(1024 * 1024 + 1), NEW));
        HttpRequest get = HttpRequest.newBuilder(url()).build();
        assertEquals(405, http.send(get, BodyHandlers.discarding()).statusCode());
        assertEquals(List.of(), heard);
    }

    @Test
    void aMistypedSecretIsNoticedAtTheStart() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new WebhookReceiver(0, event -> {}, "whsec_mistyped!").close());
    }

    private int deliver(String body, String... secrets) throws Exception {
        return post(body, sign(body, Instant.now(), secrets));
    }

    private static Map<String, String> sign(String body, Instant at, String... secrets) {
        return Webhooks.sign(body.getBytes(UTF_8), "evt_1", at, secrets);
    }

    private int post(String body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url()).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + receiver.port() + "/");
    }
}
