package io.clipforge.speech.tokens;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A visible character for each byte, as GPT-2 has it: bytes that print stand for themselves, the
 * others are written with the characters from 256 on, so that no piece of text holds a blank.
 */
final class ByteAlphabet {
    private static final char[] CHARACTERS = characters();
    private static final int[] BYTES = bytes();

    private ByteAlphabet() {}

    static String write(String text) {
        var written = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            written.append(CHARACTERS[each & 0xff]);
        }
        return written.toString();
    }

    static void read(String written, ByteArrayOutputStream bytes) {
        written.chars().forEach(it -> bytes.write(BYTES[it]));
    }

    private static char[] characters() {
        var characters = new char[256];
        char free = 256;
        for (int value = 0; value < 256; value++) {
            boolean prints =
                    (value >= '!' && value <= '~')
                            || (value >= 0xa1 && value <= 0xac)
                            || (value >= 0xae && value <= 0xff);
            characters[value] = prints ? (char) value : free++;
        }
        return characters;
    }

    private static int[] bytes() {
        var bytes = new int[512];
        for (int value = 0; value < 256; value++) {
            bytes[CHARACTERS[value]] = value;
        }
        return bytes;
    }
}
