package io.clipforge.api.secrets;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets that must be read again, so that who reads the database learns none of them.
 *
 * <p>AES-256-GCM with a random nonce of 96 bits. A key may seal 2³² times (NIST SP 800-38D, 8.3);
 * change it long before. What is sealed opens only with the same context, and the context and the
 * key's id are authenticated: a sealed text that was moved to another row, or whose key id was
 * changed, does not open.
 */
@Singleton
public final class SecretBox {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;

    private final MasterKeys keys;
    private final SecureRandom random = new SecureRandom();

    public SecretBox(MasterKeys keys) {
        this.keys = keys;
    }

    /**
     * @param context where the secret belongs, such as {@code webhook_endpoints/<id>}; needed to
     *     open it
     * @return {@code sealed.v1.<key id>.<base64>}, which may be stored anywhere
     */
    public String seal(byte[] plain, String context) {
        var nonce = new byte[SealedText.NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher =
                    cipher(Cipher.ENCRYPT_MODE, keys.sealing(), nonce, keys.current(), context);
            var content = cipher.doFinal(plain);
            var bytes = ByteBuffer.allocate(nonce.length + content.length).put(nonce).put(content);
            return new SealedText(keys.current(), bytes.array()).text();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be sealed", e);
        }
    }

    /**
     * @throws UnopenableException for a text that was changed, that was sealed in another context,
     *     whose key is not there, or that was never sealed
     */
    public byte[] open(String sealed, String context) {
        var text = SealedText.read(sealed);
        var key =
                keys.find(text.key())
                        .orElseThrow(() ->
                                new UnopenableException(
                                        "it is sealed under the key "
                                                + text.key()
                                                + ", which is not configured"));
        try {
            return cipher(Cipher.DECRYPT_MODE, key, text.nonce(), text.key(), context)
                    .doFinal(text.content());
        } catch (AEADBadTagException _) {
            throw new UnopenableException("it was changed, or does not belong to " + context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be opened", e);
        }
    }

    /** The same secret under the key that seals now. */
    public String sealAnew(String sealed, String context) {
        var plain = open(sealed, context);
        try {
            return seal(plain, context);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Whether a stored text is sealed, under whatever key, or is still the secret itself. */
    public static boolean isSealed(String stored) {
        return SealedText.is(stored);
    }

    /** The id of the key that seals now: the third part of each text that it sealed. */
    public String currentKey() {
        return keys.current();
    }

    private static Cipher cipher(
            int mode, SecretKey key, byte[] nonce, String keyId, String context)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        // no key id holds a line end, so no two pairs of key id and context look alike
        cipher.updateAAD((keyId + "\n" + context).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
