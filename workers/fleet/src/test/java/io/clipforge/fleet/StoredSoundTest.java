package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.transcribe.Sound;
import io.clipforge.media.WavFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSoundTest {
    private static final int DATA = 36;

    @TempDir Path folder;
    private FolderJobContext context;
    private WavFile whole;

    @BeforeEach
    void aSoundOfTwoSeconds() throws Exception {
        context = new FolderJobContext(folder, "assets/1/");
        whole = new Sound().noise(2).write(folder.resolve("audio.wav"));
        context.put("audio.wav", whole.file());
    }

    @Test
    void aStretchIsFetchedWithoutTheRest() throws Exception {
        var stretch = StoredSound.open(context, "audio.wav").stretch(500, 1250);

        assertEquals(750, stretch.duration().toMillis());
        assertArrayEquals(whole.read(8000, 12_000), stretch.read(0, 12_000));
        assertEquals(12_000 * 2, Files.size(stretch.file()));
    }

    @Test
    void behindTheEndThereIsNoSound() throws Exception {
        var sound = StoredSound.open(context, "audio.wav");

        assertEquals(500, sound.stretch(1500, 9000).duration().toMillis());
        assertEquals(0, sound.stretch(9000, 9500).samples());
    }

    @Test
    void samplesBehindALongHeaderAreFound() throws Exception {
        context.put("audio.wav", Files.write(whole.file(), withNotes(20_000)));

        var stretch = StoredSound.open(context, "audio.wav").stretch(0, 2000);

        assertArrayEquals(WavFile.open(whole.file()).read(0, 32_000), stretch.read(0, 32_000));
    }

    @Test
    void aLengthThatWasNeverFilledInEndsWithTheFile() throws Exception {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(whole.file()));
        bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(DATA + 4, -1);
        context.put("audio.wav", Files.write(whole.file(), bytes.array()));

        var sound = StoredSound.open(context, "audio.wav");

        assertEquals(1000, sound.stretch(1000, 60_000).duration().toMillis());
    }

    @Test
    void somethingElseIsRefused() throws Exception {
        context.put("a.txt", Files.writeString(folder.resolve("a.txt"), "no sound at all, is it"));

        var failure = assertThrows(IOException.class, () -> StoredSound.open(context, "a.txt"));

        assertTrue(String.valueOf(failure.getMessage()).contains("a.txt"), failure::toString);
    }

    /** A chunk that nobody asks for before the samples. */
    private byte[] withNotes(int length) throws IOException {
        var plain = Files.readAllBytes(whole.file());
        var all = ByteBuffer.allocate(plain.length + 8 + length).order(ByteOrder.LITTLE_ENDIAN);
        all.put(plain, 0, DATA);
        all.put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(length).put(new byte[length]);
        all.put(plain, DATA, plain.length - DATA);
        return all.array();
    }
}
