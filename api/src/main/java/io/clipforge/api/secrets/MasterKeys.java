package io.clipforge.api.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The keys that open, by their ids, and the one among them that seals. */
public final class MasterKeys {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");
    private static final int BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final String DERIVED = "derived-";

    private final Map<String, SecretKey> keys;
    private final String current;

    private MasterKeys(Map<String, SecretKey> keys, String current) {
        this.keys = Map.copyOf(keys);
        this.current = current;
    }

    /**
     * The keys that were configured, and one that is derived from the program's secret. The derived
     * key seals while no other is there, and goes on opening what it has sealed.
     *
     * @param configured 32 bytes for each id of a-z, 0-9 and hyphens
     * @param current the id of the key that seals; absent for the only one
     * @throws IllegalArgumentException for keys that cannot be used; the message holds none of them
     */
    public static MasterKeys of(
            Map<String, byte[]> configured, @Nullable String current, String secret) {
        var keys = new TreeMap<String, SecretKey>();
        configured.forEach((id, bytes) -> keys.put(id, key(id, bytes)));
        var sealing = current == null && keys.size() == 1 ? keys.firstKey() : current;
        var derivedId = DERIVED + HexFormat.of().formatHex(derive(secret, "key id", ID_BYTES));
        if (sealing == null && keys.isEmpty()) {
            sealing = derivedId;
        }
        keys.put(derivedId, aes(derive(secret, "key", BYTES)));
        if (sealing == null || !keys.containsKey(sealing)) {
            throw new IllegalArgumentException(
                    "clipforge.secrets.current names none of clipforge.secrets.keys "
                            + configured.keySet());
        }
        return new MasterKeys(keys, sealing);
    }

    String current() {
        return current;
    }

    SecretKey sealing() {
        return find(current).orElseThrow();
    }

    Optional<SecretKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public String toString() {
        return "MasterKeys[" + keys.keySet() + ", " + current + "]";
    }

    private static SecretKey key(String id, byte[] bytes) {
        if (!ID.matcher(id).matches() || id.startsWith(DERIVED)) {
            throw new IllegalArgumentException(
                    "clipforge.secrets.keys: \"%s\" is no id: 1 to 32 of a-z, 0-9 and hyphens, and not %s…"
                            .formatted(id, DERIVED));
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "clipforge.secrets.keys.%s has %d bytes, not %d"
                            .formatted(id, bytes.length, BYTES));
        }
        return aes(bytes);
    }

    private static SecretKey aes(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    /** HKDF-SHA256 (RFC 5869). */
    private static byte[] derive(String secret, String purpose, int length) {
        var spec =
                HKDFParameterSpec.ofExtract()
                        .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                        .thenExpand(
                                ("clipforge secrets v1 " + purpose)
                                        .getBytes(StandardCharsets.UTF_8),
                                length);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
