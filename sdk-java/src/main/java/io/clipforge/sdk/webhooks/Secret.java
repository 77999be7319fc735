package io.clipforge.sdk.webhooks;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One signing secret: {@code whsec_} and the key in base64. */
final class Secret {
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key;
    }

    static Secret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw malformed();
        }
        String encoded = text.substring(PREFIX.length());
        byte[] key = decode(encoded);
        boolean canonical = Base64.getEncoder().encodeToString(key).equals(encoded);
        if (!canonical || key.length < SHORTEST || key.length > LONGEST) {
            throw malformed();
        }
        return new Secret(key);
    }

    private static byte[] decode(String encoded) {
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            // without the cause, which quotes a character of the secret
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "a webhook secret is whsec_ and the base64 of 24 to 64 bytes");
    }

    String sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "whsec_…";
    }
}
