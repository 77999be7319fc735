package io.clipforge.fleet.transcribe;

import io.clipforge.media.SpeechAudio;
import io.clipforge.media.WavFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Builds 16 kHz mono WAV files piece by piece: silence, noise and flite's voices. */
public final class Sound {
    private static final int HEADER = 44;
    private static final int RATE_FIELD = 24;

    private final ByteArrayOutputStream samples = new ByteArrayOutputStream();

    public Sound silence(double seconds) {
        samples.writeBytes(new byte[2 * (int) (seconds * SpeechAudio.SAMPLE_RATE)]);
        return this;
    }

    /** White noise, about −20 dB full scale. */
    public Sound noise(double seconds) {
        var random = new Random(1);
        var noise = ByteBuffer.allocate(2 * (int) (seconds * SpeechAudio.SAMPLE_RATE));
        noise.order(ByteOrder.LITTLE_ENDIAN);
        while (noise.hasRemaining()) {
            noise.putShort((short) (random.nextGaussian() * 3000));
        }
        samples.writeBytes(noise.array());
        return this;
    }

    /**
     * @param voice one of flite's with 16 kHz: rms, slt, awb, kal16
     */
    public Sound speech(String voice, String text) throws IOException, InterruptedException {
        var file = Files.createTempFile("speech", ".wav");
        try {
            var flite =
                    new ProcessBuilder("flite", "-voice", voice, "-t", text, "-o", file.toString())
                            .inheritIO()
                            .start();
            if (flite.waitFor() != 0) {
                throw new IOException("flite could not say: " + text);
            }
            var wav = Files.readAllBytes(file);
            var header = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
            if (header.getInt(RATE_FIELD) != SpeechAudio.SAMPLE_RATE) {
                throw new IOException(voice + " has another rate");
            }
            samples.write(wav, HEADER, wav.length - HEADER);
            return this;
        } finally {
            Files.delete(file);
        }
    }

    /** How much there is so far. */
    public long lengthMs() {
        return samples.size() / 2 * 1000L / SpeechAudio.SAMPLE_RATE;
    }

    public WavFile write(Path file) throws IOException {
        var wav = ByteBuffer.allocate(HEADER + samples.size());
        wav.put(header(samples.size())).put(samples.toByteArray());
        Files.write(file, wav.array());
        return WavFile.open(file);
    }

    /** Of a file with so many bytes of samples. */
    static ByteBuffer header(int bytes) {
        int rate = SpeechAudio.SAMPLE_RATE;
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        header.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
        header.putShort((short) 2).putShort((short) 16);
        header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        return header.flip();
    }
}
