package io.clipforge.api.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private static final byte[] SECRET = "whsec_of_somebody".getBytes(UTF_8);
    private static final String PROGRAM = "the secret of the program";
    private static final byte[] KEY_A = key(1);
    private static final byte[] KEY_B = key(2);

    private final SecretBox box = box(Map.of("a", KEY_A), "a");

    private static byte[] key(int fill) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return bytes;
    }

    private static SecretBox box(Map<String, byte[]> keys, String current) {
        return new SecretBox(MasterKeys.of(keys, current, PROGRAM));
    }

    private static SecretBox derived(String program) {
        return new SecretBox(MasterKeys.of(Map.of(), null, program));
    }

    @Test
    void whatWasSealedOpensInItsContext() {
        var sealed = box.seal(SECRET, "endpoints/1");
        assertTrue(sealed.startsWith("sealed.v1.a."));
        assertTrue(SecretBox.isSealed(sealed));
        assertArrayEquals(SECRET, box.open(sealed, "endpoints/1"));
    }

    @Test
    void anEmptySecretOpensToo() {
        assertEquals(0, box.open(box.seal(new byte[0], "here"), "here").length);
    }

    @Test
    void noTwoSealsOfASecretAreAlike() {
        assertNotEquals(box.seal(SECRET, "here"), box.seal(SECRET, "here"));
    }

    @Test
    void inAnotherContextItStaysShut() {
        var sealed = box.seal(SECRET, "endpoints/1");
        assertThrows(UnopenableException.class, () -> box.open(sealed, "endpoints/2"));
        assertThrows(UnopenableException.class, () -> box.open(sealed, ""));
    }

    @Test
    void aChangeOfAnyByteIsNoticed() {
        var sealed = box.seal(SECRET, "here");
        int start = "sealed.v1.a.".length();
        var bytes = Base64.getUrlDecoder().decode(sealed.substring(start));
        for (int i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            var text = sealed.substring(0, start) + base64(changed);
            assertThrows(UnopenableException.class, () -> box.open(text, "here"), "byte " + i);
        }
    }

    @Test
    void aKeyIdThatWasChangedIsNoticedEvenWithTheSameKey() {
        var both = box(Map.of("a", KEY_A, "b", KEY_A), "a");
        var sealed = both.seal(SECRET, "here");
        var renamed = sealed.replace("sealed.v1.a.", "sealed.v1.b.");
        assertThrows(UnopenableException.class, () -> both.open(renamed, "here"));
    }

    @Test
    void aKeyThatIsNotConfiguredIsNamed() {
        var sealed = box.seal(SECRET, "here");
        var stranger = box(Map.of("b", KEY_B), "b");
        var e = assertThrows(UnopenableException.class, () -> stranger.open(sealed, "here"));
        assertTrue(String.valueOf(e.getMessage()).contains("the key a,"));
    }

    @Test
    void whatWasNeverSealedDoesNotOpen() {
        for (var text :
                List.of(
                        "",
                        "whsec_abc",
                        "sealed.v1.a.",
                        "sealed.v1.a.AAAA",
                        "sealed.v2.a." + base64(new byte[40]),
                        "sealed.v1.A." + base64(new byte[40]),
                        "sealed.v1.a.A")) {
            assertThrows(UnopenableException.class, () -> box.open(text, "here"), text);
        }
        assertFalse(SecretBox.isSealed("whsec_abc"));
    }

    @Test
    void afterAChangeOfKeysTheOldOneOpensAndTheNewOneSeals() {
        var sealed = box.seal(SECRET, "here");
        var changed = box(Map.of("a", KEY_A, "b", KEY_B), "b");
        var anew = changed.sealAnew(sealed, "here");
        assertTrue(anew.startsWith("sealed.v1.b."));
        assertArrayEquals(SECRET, box(Map.of("b", KEY_B), "b").open(anew, "here"));
    }

    @Test
    void withoutKeysOneIsDerivedAndGoesOnOpening() {
        var sealed = derived(PROGRAM).seal(SECRET, "here");
        assertArrayEquals(SECRET, derived(PROGRAM).open(sealed, "here"));
        assertArrayEquals(SECRET, box.open(sealed, "here"));
        assertThrows(UnopenableException.class, () -> derived("another").open(sealed, "here"));
    }

    @Test
    void theOnlyKeyIsTheCurrentOne() {
        assertEquals("a", new SecretBox(MasterKeys.of(Map.of("a", KEY_A), null, "")).currentKey());
    }

    @Test
    void keysThatCannotBeUsedAreRefusedWithoutBeingShown() {
        var text = Base64.getEncoder().encodeToString(KEY_A);
        for (var refused :
                List.of(
                        refusal(Map.of("a", new byte[31]), "a"),
                        refusal(Map.of("A", KEY_A), "A"),
                        refusal(Map.of("derived-1", KEY_A), "derived-1"),
                        refusal(Map.of("a", KEY_A), "b"),
                        refusal(Map.of("a", KEY_A, "b", KEY_B), null),
                        refusal(Map.of(), "b"))) {
            assertTrue(refused.startsWith("clipforge.secrets."), refused);
            assertFalse(refused.contains(text));
        }
    }

    private static String refusal(
            Map<String, byte[]> keys, @org.jspecify.annotations.Nullable String current) {
        return String.valueOf(
                assertThrows(
                                IllegalArgumentException.class,
                                () -> MasterKeys.of(keys, current, PROGRAM))
                        .getMessage());
    }

    @Test
    void noKeyIsSaidInAText() {
        var text = Base64.getEncoder().encodeToString(KEY_A);
        var settings = new SecretSettings(Map.of("a", text), "a");
        assertFalse(settings.toString().contains(text));
        assertEquals("SecretSettings[[a], a]", settings.toString());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
