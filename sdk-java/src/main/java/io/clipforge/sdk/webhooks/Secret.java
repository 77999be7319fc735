package io.clipforge.sdk.webhooks;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One signing secret: {@code whsec_} and the key in base64. */
final class Secret {
    private static final String PREFIX = "whsec_";

    private final byte[] key;

    private Secret(byte[] key) {
        if (key.length == 0) {
            // anybody could sign with it
            throw new IllegalArgumentException("empty");
        }
        this.key = key;
    }

    static Secret parse(String text) {
        String encoded = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        try {
            return new Secret(Base64.getDecoder().decode(encoded));
        } catch (IllegalArgumentException e) {
            // without the cause, which may quote the secret
            throw new IllegalArgumentException("a webhook secret is not whsec_ and base64");
        }
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
