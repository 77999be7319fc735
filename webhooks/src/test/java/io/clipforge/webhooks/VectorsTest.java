package io.clipforge.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The vectors that every SDK has to agree on. */
class VectorsTest {
    @TestFactory
    Stream<DynamicTest> signing() throws IOException {
        return cases("sign", vector -> assertEquals(text(vector, "signature"), signature(vector)));
    }

    @TestFactory
    Stream<DynamicTest> verifying() throws IOException {
        return cases(
                "verify", vector -> assertEquals(text(vector, "expect"), verification(vector)));
    }

    @TestFactory
    Stream<DynamicTest> secrets() throws IOException {
        return cases(
                "secrets",
                vector -> {
                    String secret = text(vector, "secret");
                    if (vector.get("valid").booleanValue()) {
                        assertEquals(secret, new Secret(secret).text());
                    } else {
                        assertThrows(IllegalArgumentException.class, () -> new Secret(secret));
                    }
                });
    }

    private static String signature(JsonNode vector) {
        Map<String, String> headers =
                Signature.headers(
                        text(vector, "id"),
                        Instant.ofEpochSecond(vector.get("timestamp").longValue()),
                        body(vector),
                        secretsOf(vector));
        assertEquals(text(vector, "id"), headers.get("webhook-id"));
        assertEquals(vector.get("timestamp").asText(), headers.get("webhook-timestamp"));
        return headers.getOrDefault("webhook-signature", "none");
    }

    private static String verification(JsonNode vector) {
        Instant now = Instant.ofEpochSecond(vector.get("now").longValue());
        Duration tolerance = Duration.ofSeconds(vector.get("tolerance_seconds").longValue());
        Verifier verifier = new Verifier(Clock.fixed(now, ZoneOffset.UTC), tolerance);
        Map<String, String> headers = new HashMap<>();
        vector.get("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        return switch (verifier.verify(headers, body(vector), secretsOf(vector))) {
            case Verification.Genuine _ -> "valid";
            case Verification.Refused(var reason) -> reason.code();
        };
    }

    private static Stream<DynamicTest> cases(String kind, Check check) throws IOException {
        JsonNode vectors =
                new ObjectMapper().readTree(Path.of("vectors/signatures.json").toFile()).get(kind);
        assertFalse(vectors.isEmpty());
        return stream(vectors)
                .map(vector -> dynamicTest(text(vector, "name"), () -> check.that(vector)));
    }

    private static List<Secret> secretsOf(JsonNode vector) {
        return stream(vector.get("secrets")).map(each -> new Secret(each.asText())).toList();
    }

    private static byte[] body(JsonNode vector) {
        try {
            return vector.has("body")
                    ? text(vector, "body").getBytes(UTF_8)
                    : vector.get("body_base64").binaryValue();
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String text(JsonNode vector, String field) {
        return vector.get(field).asText();
    }

    private interface Check {
        void that(JsonNode vector);
    }
}
