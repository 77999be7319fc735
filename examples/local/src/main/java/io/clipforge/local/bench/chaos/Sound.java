package io.clipforge.local.bench.chaos;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A few seconds of a tone and what is supposedly said in them: the smallest thing to work on. */
final class Sound {
    static final String TRANSCRIPT =
            """
            WEBVTT

            00:00.200 --> 00:01.400
            What if nothing is ever lost?

            00:01.500 --> 00:02.800
            That would be the best news of all.
            """;

    private static final int SECONDS = 3;
    private static final int RATE = 16_000;
    private static final double PITCH = 440;

    private Sound() {}

    static Path in(Path folder) throws IOException {
        var samples = new byte[SECONDS * RATE * 2];
        for (int i = 0; i < samples.length; i += 2) {
            int value = (int) (8_000 * Math.sin(Math.PI * PITCH * i / RATE));
            samples[i] = (byte) value;
            samples[i + 1] = (byte) (value >> 8);
        }
        var format = new AudioFormat(RATE, 16, 1, true, false);
        var file = folder.resolve("tone.wav");
        try (var sound =
                new AudioInputStream(
                        new ByteArrayInputStream(samples), format, SECONDS * (long) RATE)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }
}
