package io.clipforge.local.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Speaks with Debian's flite. */
final class Flite {
    static final int SAMPLE_RATE = 16_000;
    private static final int WAV_HEADER = 44;
    private static final int RATE_FIELD = 24;

    private Flite() {}

    /** 16-bit mono at {@link #SAMPLE_RATE}. */
    static short[] speak(Line line) throws IOException, InterruptedException {
        var file = Files.createTempFile("clipforge-", ".wav");
        try {
            run(line, file);
            var wav = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            if (wav.getInt(RATE_FIELD) != SAMPLE_RATE) {
                throw new IOException("flite's voice " + line.speaker() + " has another rate");
            }
            var samples = wav.position(WAV_HEADER).slice().order(ByteOrder.LITTLE_ENDIAN);
            var pcm = new short[samples.remaining() / Short.BYTES];
            samples.asShortBuffer().get(pcm);
            return pcm;
        } finally {
            Files.delete(file);
        }
    }

    private static void run(Line line, Path file) throws IOException, InterruptedException {
        var voice = line.speaker().voice();
        var process =
                new ProcessBuilder(
                                "flite", "-voice", voice, "-t", line.text(), "-o", file.toString())
                        .inheritIO()
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("flite could not say: " + line.text());
        }
    }
}
