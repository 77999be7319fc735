package io.clipforge.api.apikeys;

import io.clipforge.api.tenancy.Tenant.Environment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The text of an API key: {@code cf_live_} or {@code cf_test_}, 32 random characters of base 62
 * (190 bits) and a checksum of 6, so that a typing error is refused without a look-up.
 */
record KeyText(String value) {
    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 32;
    private static final int CHECKSUM = 6;
    private static final int SHOWN = 12;
    private static final SecureRandom ENTROPY = new SecureRandom();

    static KeyText mint(Environment environment) {
        var text = new StringBuilder("cf_").append(environment.text()).append('_');
        ENTROPY.ints(RANDOM, 0, ALPHABET.length()).forEach(it -> text.append(ALPHABET.charAt(it)));
        return new KeyText(text + checksum(text.toString()));
    }

    /** Empty for what cannot be a key of ours. */
    static Optional<KeyText> find(String text) {
        int length = "cf_live_".length() + RANDOM + CHECKSUM;
        if (text.length() != length
                || !(text.startsWith("cf_live_") || text.startsWith("cf_test_"))) {
            return Optional.empty();
        }
        var body = text.substring(0, length - CHECKSUM);
        return checksum(body).equals(text.substring(length - CHECKSUM))
                ? Optional.of(new KeyText(text))
                : Optional.empty();
    }

    /** Enough to recognise the key in a list. */
    String prefix() {
        return value.substring(0, SHOWN);
    }

    /** SHA-256; the key has the entropy, so no salt and no stretching is needed. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String hexHash() {
        return HexFormat.of().formatHex(hash());
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }

    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        long rest = crc.getValue();
        var text = new StringBuilder();
        for (int i = 0; i < CHECKSUM; i++) {
            text.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        return text.toString();
    }
}
