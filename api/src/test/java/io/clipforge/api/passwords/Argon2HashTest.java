package io.clipforge.api.passwords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Argon2HashTest {
    /** From the tests of the reference implementation. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void theReferenceImplementationAgrees() {
        var hash =
                Argon2Hash.of(
                        "password",
                        new Argon2Hash.Cost(65_536, 2, 1),
                        "somesalt".getBytes(StandardCharsets.UTF_8),
                        32);
        assertEquals(REFERENCE, hash.text());
        assertTrue(Argon2Hash.parse(REFERENCE).matches("password"));
        assertFalse(Argon2Hash.parse(REFERENCE).matches("Password"));
    }

    @Test
    void charactersThatAreComposedOtherwiseAreTheSame() {
        var cost = new Argon2Hash.Cost(8, 1, 1);
        var hash = Argon2Hash.of("caf\u00e9", cost, new byte[16], 32);
        assertTrue(hash.matches("cafe\u0301"));
    }

    @Test
    void whatIsNoArgon2idHashIsRefused() {
        for (var text : new String[] {"", "password", REFERENCE.replace("argon2id", "argon2i")}) {
            assertThrows(IllegalArgumentException.class, () -> Argon2Hash.parse(text));
        }
    }
}
