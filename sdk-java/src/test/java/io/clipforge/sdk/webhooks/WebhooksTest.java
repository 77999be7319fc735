package io.clipforge.sdk.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clipforge.sdk.errors.WebhookVerificationException;
import io.clipforge.sdk.errors.WebhookVerificationException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WebhooksTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_CxIZICcuNTxDSlFYX2ZtdHuCiZCXnqWss7rByM/W3eQ=";

    private final JsonNode vectors;

    WebhooksTest() throws IOException {
        vectors =
                new ObjectMapper()
                        .readTree(Path.of("../webhooks/vectors/signatures.json").toFile());
    }

    @TestFactory
    Stream<DynamicTest> whatIsSignedIsWhatTheVectorsSay() {
        return each("sign", WebhooksTest::signs);
    }

    @TestFactory
    Stream<DynamicTest> whatIsAcceptedIsWhatTheVectorsSay() {
        return each("verify", WebhooksTest::verifies);
    }

    @TestFactory
    Stream<DynamicTest> whatIsASecretIsWhatTheVectorsSay() {
        return each(
                "secrets",
                vector -> {
                    String secret = vector.path("secret").asText();
                    if (vector.path("valid").asBoolean()) {
                        assertFalse(Secret.parse(secret).toString().contains(secret));
                    } else {
                        assertThrows(IllegalArgumentException.class, () -> Secret.parse(secret));
                    }
                });
    }

    @Test
    void aCallIsVerifiedByTheClockOnTheWall() {
        byte[] body =
                bytes("{\"type\":\"export.ready\",\"id\":\"evt_1\",\"data\":{\"id\":\"exp_1\"}}");

        WebhookEvent event =
                Webhooks.unwrap(body, headers(body, Instant.now(), SECRET), OTHER, SECRET);
        assertEquals(
                "exp_1", assertInstanceOf(WebhookEvent.ExportReady.class, event).export().getId());
        assertEquals("evt_1", event.event().getId());

        Map<String, List<String>> old = headers(body, Instant.now().minusSeconds(301), SECRET);
        WebhookVerificationException refused =
                assertThrows(
                        WebhookVerificationException.class,
                        () -> Webhooks.unwrap(body, old, SECRET));
        assertEquals(Reason.TIMESTAMP_TOO_OLD, refused.reason());
    }

    @Test
    void anEventYoungerThanTheSdkKeepsItsTypeAndItsData() {
        byte[] body =
                bytes(
                        "{\"type\":\"capture.started\",\"id\":\"evt_1\",\"data\":{\"id\":\"cap_1\"}}");

        WebhookEvent event = Webhooks.unwrap(body, headers(body, Instant.now(), SECRET), SECRET);

        assertEquals("capture.started", assertInstanceOf(WebhookEvent.Unknown.class, event).type());
        assertEquals("cap_1", event.event().getData().get("id"));
    }

    @Test
    void nothingIsAcceptedWithoutASecret() {
        byte[] body = bytes("{}");

        assertThrows(
                WebhookVerificationException.class,
                () -> Webhooks.verify(body, headers(body, Instant.now(), SECRET)));
    }

    @Test
    void aSecretIsNotToldByTheComplaintAboutIt() {
        IllegalArgumentException malformed =
                assertThrows(IllegalArgumentException.class, () -> Secret.parse("whsec_geheim!"));
        assertFalse(malformed.toString().contains("geheim"));
        assertEquals(null, malformed.getCause());
    }

    private Stream<DynamicTest> each(String group, java.util.function.Consumer<JsonNode> check) {
        assertTrue(vectors.path(group).size() > 3, group);
        return StreamSupport.stream(vectors.path(group).spliterator(), false)
                .map(vector ->
                        DynamicTest.dynamicTest(
                                vector.path("name").asText(), () -> check.accept(vector)));
    }

    private static void signs(JsonNode vector) {
        Map<String, String> signed =
                Webhooks.sign(
                        body(vector),
                        vector.path("id").asText(),
                        Instant.ofEpochSecond(vector.path("timestamp").asLong()),
                        secrets(vector));
        assertEquals(vector.path("signature").asText(), signed.get("webhook-signature"));
        assertEquals(vector.path("timestamp").asText(), signed.get("webhook-timestamp"));
    }

    private static void verifies(JsonNode vector) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        vector.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), List.of(header.getValue().asText())));
        String outcome;
        try {
            Webhooks.verify(
                    Instant.ofEpochSecond(vector.path("now").asLong()),
                    Duration.ofSeconds(vector.path("tolerance_seconds").asLong()),
                    body(vector),
                    headers,
                    secrets(vector));
            outcome = "valid";
        } catch (WebhookVerificationException refused) {
            outcome = refused.reason().name().toLowerCase(Locale.ROOT);
        }
        assertEquals(vector.path("expect").asText(), outcome);
    }

    private static byte[] body(JsonNode vector) {
        return vector.has("body")
                ? bytes(vector.path("body").asText())
                : Base64.getDecoder().decode(vector.path("body_base64").asText());
    }

    private static String[] secrets(JsonNode vector) {
        List<String> secrets = new ArrayList<>();
        vector.path("secrets").forEach(secret -> secrets.add(secret.asText()));
        return secrets.toArray(String[]::new);
    }

    private static Map<String, List<String>> headers(byte[] body, Instant at, String... secrets) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Webhooks.sign(body, "evt_1", at, secrets)
                .forEach((name, value) -> headers.put(name, List.of(value)));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
