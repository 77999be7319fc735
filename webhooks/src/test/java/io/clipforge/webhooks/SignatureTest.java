package io.clipforge.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:31:00.999Z");
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    @Test
    void aGeneratedSecretSignsWhatItThenVerifies() {
        Secret secret = Secret.generate(new SecureRandom());
        Map<String, String> headers = Signature.headers("evt_1", NOW, BODY, List.of(secret));
        assertEquals(
                new Verification.Genuine("evt_1", Instant.parse("2026-11-21T09:31:00Z")),
                verifier().verify(headers, BODY, List.of(secret)));
    }

    @Test
    void twoGeneratedSecretsDiffer() {
        SecureRandom random = new SecureRandom();
        assertNotEquals(Secret.generate(random), Secret.generate(random));
    }

    @Test
    void aReceiverWithoutSecretsBelievesNothing() {
        Map<String, String> headers =
                Signature.headers("evt_1", NOW, BODY, List.of(Secret.generate(new SecureRandom())));
        assertEquals(
                new Verification.Refused(Verification.Reason.NO_MATCHING_SIGNATURE),
                verifier().verify(headers, BODY, List.of()));
    }

    @Test
    void aSecretIsNeitherPrintedNorQuotedInErrors() {
        Secret secret = Secret.generate(new SecureRandom());
        assertEquals("whsec_…", secret.toString());
        Exception error =
                assertThrows(IllegalArgumentException.class, () -> new Secret("whsec_s3cr?t!"));
        assertFalse(error.toString().contains("s3cr"));
        assertFalse(error.toString().contains("?"));
    }

    @Test
    void anIdThatCouldBeMistakenForTheRestIsNotSigned() {
        List<Secret> secrets = List.of(Secret.generate(new SecureRandom()));
        for (String id : List.of("", "evt.1", ".")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Signature.headers(id, NOW, BODY, secrets));
        }
    }

    @Test
    void nothingIsSentUnsigned() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Signature.headers("evt_1", NOW, BODY, List.of()));
    }

    private static Verifier verifier() {
        return new Verifier(Clock.fixed(NOW, ZoneOffset.UTC), Verifier.TOLERANCE);
    }
}
