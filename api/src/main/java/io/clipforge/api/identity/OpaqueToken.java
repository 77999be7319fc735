package io.clipforge.api.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A secret that means nothing but itself: 256 random bits, of which we keep the SHA-256 only. */
public record OpaqueToken(String value) {
    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom ENTROPY = new SecureRandom();

    /**
     * @param prefix tells people, and scanners for leaked secrets, what it is
     */
    public static OpaqueToken mint(String prefix) {
        var bytes = new byte[RANDOM_BYTES];
        ENTROPY.nextBytes(bytes);
        return new OpaqueToken(
                prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The token has the entropy, so no salt and no stretching is needed. */
    public String hexHash() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "OpaqueToken[…]";
    }
}
