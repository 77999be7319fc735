package io.clipforge.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The symmetric signature of Standard Webhooks 1.0.0: {@code v1,} and the base64 of HMAC-SHA256
 * over {@code {id}.{timestamp}.{body}}, the timestamp in Unix seconds.
 */
public final class Signature {
    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    private Signature() {}

    /**
     * The three headers that a delivery carries.
     *
     * @param id of the message, the same for every attempt; without a dot, which parts what is
     *     signed
     * @param at the time of this attempt, of which whole seconds count
     * @param secrets one, or during a rotation all that are valid, the newest first
     */
    public static Map<String, String> headers(
            String id, Instant at, byte[] body, List<Secret> secrets) {
        if (id.isEmpty() || id.contains(".")) {
            throw new IllegalArgumentException("not an id to sign: " + id);
        }
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("nothing to sign with");
        }
        String timestamp = Long.toString(at.getEpochSecond());
        String signatures =
                secrets.stream()
                        .map(secret -> of(id, timestamp, body, secret))
                        .collect(Collectors.joining(" "));
        return Map.of(ID, id, TIMESTAMP, timestamp, SIGNATURE, signatures);
    }

    static String of(String id, String timestamp, byte[] body, Secret secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.key(), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }
}
