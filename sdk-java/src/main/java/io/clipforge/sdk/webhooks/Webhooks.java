package io.clipforge.sdk.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.sdk.errors.WebhookVerificationException;
import io.clipforge.sdk.errors.WebhookVerificationException.Reason;
import io.clipforge.sdk.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Webhook calls after Standard Webhooks: {@code v1,} and the base64 HMAC-SHA256 of {@code
 * id.timestamp.body}.
 *
 * <p>Always pass the body's bytes as they came; JSON that was read and written again has another
 * signature. Give every secret that may be in use: while one is rotated, calls are signed with
 * both.
 */
public final class Webhooks {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Webhooks() {}

    /**
     * Verifies a call and reads its event.
     *
     * @param body the request's body, byte for byte
     * @param headers the request's headers; their case does not matter
     * @param secrets the endpoint's secrets: {@code whsec_} and the base64 of 24…64 bytes
     * @throws WebhookVerificationException when it is not from ClipForge, was changed, or is more
     *     than five minutes off
     */
    public static WebhookEvent unwrap(
            byte[] body, Map<String, List<String>> headers, String... secrets) {
        verify(body, headers, secrets);
        return WebhookEvent.read(Json.read(body, JsonNode.class));
    }

    /**
     * Verifies a call.
     *
     * @throws WebhookVerificationException when it is not from ClipForge, was changed, or is more
     *     than five minutes off
     * @see #unwrap
     */
    public static void verify(byte[] body, Map<String, List<String>> headers, String... secrets) {
        verify(Instant.now(), TOLERANCE, body, headers, secrets);
    }

    static void verify(
            Instant now,
            Duration tolerance,
            byte[] body,
            Map<String, List<String>> headers,
            String... secrets) {
        List<Secret> keys = Arrays.stream(secrets).map(Secret::parse).toList();
        String id = header(headers, "webhook-id");
        String timestamp = header(headers, "webhook-timestamp");
        String signatures = header(headers, "webhook-signature");
        checkAge(now, tolerance, timestamp);
        byte[] content = content(id, timestamp, body);
        for (String signature : signatures.split(" ", -1)) {
            for (Secret key : keys) {
                if (matches(signature, key.sign(content))) {
                    return;
                }
            }
        }
        throw new WebhookVerificationException(Reason.NO_MATCHING_SIGNATURE);
    }

    /**
     * Signs a call the way ClipForge does, for tests of a receiver.
     *
     * @return the three headers
     */
    public static Map<String, String> sign(
            byte[] body, String id, Instant timestamp, String... secrets) {
        String seconds = Long.toString(timestamp.getEpochSecond());
        byte[] content = content(id, seconds, body);
        String signatures =
                Arrays.stream(secrets)
                        .map(secret -> Secret.parse(secret).sign(content))
                        .collect(Collectors.joining(" "));
        return Map.of(
                "webhook-id", id, "webhook-timestamp", seconds, "webhook-signature", signatures);
    }

    private static boolean matches(String given, String expected) {
        // takes equally long wherever they differ
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] content(String id, String timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, content, head.length, body.length);
        return content;
    }

    private static void checkAge(Instant now, Duration tolerance, String timestamp) {
        if (!timestamp.matches("[0-9]{1,18}")) {
            throw new WebhookVerificationException(Reason.MALFORMED_TIMESTAMP);
        }
        long age = now.getEpochSecond() - Long.parseLong(timestamp);
        if (age > tolerance.toSeconds()) {
            throw new WebhookVerificationException(Reason.TIMESTAMP_TOO_OLD);
        }
        if (-age > tolerance.toSeconds()) {
            throw new WebhookVerificationException(Reason.TIMESTAMP_TOO_NEW);
        }
    }

    private static String header(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(entry -> name.equalsIgnoreCase(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .findFirst()
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new WebhookVerificationException(Reason.MISSING_HEADER));
    }
}
