package io.clipforge.api.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipforge.api.json.CanonicalJson;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
@Singleton
final class Digests {
    private final ObjectMapper json;

    Digests(ObjectMapper json) {
        this.json = json;
    }

    /** Of a resource as the API would answer it. */
    String of(Object resource) {
        try {
            return of(CanonicalJson.of(json.writeValueAsBytes(resource)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(String text) {
        return of(text.getBytes(UTF_8));
    }

    private static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
