package io.clipforge.local.bench.longform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.media.WavFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongTalkTest {
    private static final int RATE = 16_000;

    @TempDir Path folder;

    @Test
    void theTalkIsRepeatedUntilItIsLongEnough() throws IOException {
        var talk = talk();

        var sound = WavFile.open(LongTalk.write(talk, 4, folder.resolve("long.wav")));

        assertEquals(4L * RATE, sound.samples());
        int again = (int) talk.samples();
        assertArrayEquals(talk.read(0, 100), sound.read(0, 100));
        assertArrayEquals(talk.read(0, 100), sound.read(again, 100));
        assertArrayEquals(talk.read(100, 100), sound.read(2L * again + 100, 100));
    }

    /** A second and a half in which each sample is another. */
    private WavFile talk() throws IOException {
        int samples = RATE * 3 / 2;
        var bytes = new byte[2 * samples];
        for (int i = 0; i < samples; i++) {
            bytes[2 * i] = (byte) i;
            bytes[2 * i + 1] = (byte) (i >> 8);
        }
        var file = folder.resolve("talk.wav");
        var format = new AudioFormat(RATE, 16, 1, true, false);
        try (var sound = new AudioInputStream(new ByteArrayInputStream(bytes), format, samples)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return WavFile.open(file);
    }
}
