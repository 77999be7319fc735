package io.clipforge.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipforge.webhooks.Verification.Genuine;
import io.clipforge.webhooks.Verification.Reason;
import io.clipforge.webhooks.Verification.Refused;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Checks deliveries the way a receiver does. */
public final class Verifier {
    /** How far the clocks of sender and receiver may differ. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern UNIX_SECONDS = Pattern.compile("[0-9]{1,15}");

    private final Clock clock;
    private final Duration tolerance;

    public Verifier(Clock clock, Duration tolerance) {
        this.clock = clock;
        this.tolerance = tolerance;
    }

    /**
     * @param headers of the request; the case of their names does not matter
     * @param body exactly the bytes that came
     * @param secrets any of which may have signed
     */
    public Verification verify(Map<String, String> headers, byte[] body, List<Secret> secrets) {
        TreeMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        String id = anyCase.getOrDefault(Signature.ID, "");
        String timestamp = anyCase.getOrDefault(Signature.TIMESTAMP, "");
        String signatures = anyCase.getOrDefault(Signature.SIGNATURE, "");
        if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
            return new Refused(Reason.MISSING_HEADER);
        }
        if (!UNIX_SECONDS.matcher(timestamp).matches()) {
            return new Refused(Reason.MALFORMED_TIMESTAMP);
        }
        long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        if (age > tolerance.toSeconds()) {
            return new Refused(Reason.TIMESTAMP_TOO_OLD);
        }
        if (age < -tolerance.toSeconds()) {
            return new Refused(Reason.TIMESTAMP_TOO_NEW);
        }
        boolean genuine =
                secrets.stream()
                        .map(secret -> Signature.of(id, timestamp, body, secret))
                        .anyMatch(expected -> holds(signatures, expected));
        return genuine
                ? new Genuine(id, Instant.ofEpochSecond(Long.parseLong(timestamp)))
                : new Refused(Reason.NO_MATCHING_SIGNATURE);
    }

    private static boolean holds(String signatures, String expected) {
        byte[] wanted = expected.getBytes(UTF_8);
        for (String each : signatures.split(" ", -1)) {
            if (MessageDigest.isEqual(wanted, each.getBytes(UTF_8))) {
                return true;
            }
        }
        return false;
    }
}
