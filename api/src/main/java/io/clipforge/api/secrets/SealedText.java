package io.clipforge.api.secrets;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** {@code sealed.v1.<key id>.<base64>}: nonce, cipher text and tag. */
final class SealedText {
    static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final String PREFIX = "sealed.v1.";
    private static final Pattern FORM =
            Pattern.compile("sealed\\.v1\\.([a-z0-9-]{1,32})\\.([A-Za-z0-9_-]+)");

    private final String key;
    private final byte[] bytes;

    SealedText(String key, byte[] bytes) {
        this.key = key;
        this.bytes = bytes;
    }

    static boolean is(String stored) {
        return stored.startsWith(PREFIX);
    }

    static SealedText read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new UnopenableException("it does not look like something sealed");
        }
        var bytes = decode(form.group(2));
        if (bytes.length < NONCE_BYTES + TAG_BYTES) {
            throw new UnopenableException("it is too short");
        }
        return new SealedText(form.group(1), bytes);
    }

    String text() {
        return PREFIX + key + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The id of the key. */
    String key() {
        return key;
    }

    byte[] nonce() {
        return Arrays.copyOf(bytes, NONCE_BYTES);
    }

    byte[] content() {
        return Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new UnopenableException("it is not base64");
        }
    }
}
