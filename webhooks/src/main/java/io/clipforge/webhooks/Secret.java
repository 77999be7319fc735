package io.clipforge.webhooks;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key an endpoint shares with us: {@code whsec_} and the base64 of 24 to 64 bytes.
 *
 * @param text as the customer sees it; never logged, {@link #toString} hides it
 */
public record Secret(String text) {
    private static final String PREFIX = "whsec_";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int GENERATED_BYTES = 32;

    /**
     * @throws IllegalArgumentException when the text is no secret; the message does not repeat it
     */
    public Secret {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook secret starts with " + PREFIX);
        }
        byte[] key = decode(text);
        if (key.length < FEWEST_BYTES || key.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "a webhook secret has %d to %d bytes, not %d"
                            .formatted(FEWEST_BYTES, MOST_BYTES, key.length));
        }
        if (!text.equals(encode(key))) {
            throw new IllegalArgumentException("the base64 of a webhook secret is not canonical");
        }
    }

    public static Secret generate(SecureRandom random) {
        byte[] key = new byte[GENERATED_BYTES];
        random.nextBytes(key);
        return new Secret(encode(key));
    }

    byte[] key() {
        return decode(text);
    }

    private static String encode(byte[] key) {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException _) {
            // without the cause, whose message quotes characters of the secret
            throw new IllegalArgumentException("a webhook secret is base64 after " + PREFIX);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
