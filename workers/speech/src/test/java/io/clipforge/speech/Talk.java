package io.clipforge.speech;

import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What flite's voices say one after the other, or at once, and when each of them speaks. */
public final class Talk {
    /** Where the first chunk of a WAV file is, and how that of the samples begins: "data". */
    private static final int CHUNKS = 12;

    private static final int DATA = 0x61746164;

    /** What is softer, at the ends of what was said, is silence. */
    private static final float SOFTEST = 0.01f;

    private final List<Said> said = new ArrayList<>();
    private float[] samples = {};

    /**
     * @param start seconds
     * @param end seconds
     */
    public record Said(String voice, double start, double end) {}

    /** 16 kHz, mono, 16 bits. */
    public static float[] wav(Path file) {
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.getInt(24) != LogMel.RATE || bytes.getShort(22) != 1) {
                throw new IllegalArgumentException(file + " is not 16 kHz mono");
            }
            int chunk = CHUNKS;
            while (bytes.getInt(chunk) != DATA) {
                chunk += 8 + bytes.getInt(chunk + 4);
            }
            int from = chunk + 8;
            var samples = new float[(bytes.capacity() - from) / Short.BYTES];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = bytes.getShort(from + Short.BYTES * i) / 32768f;
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Talk pause(double seconds) {
        samples = Arrays.copyOf(samples, samples.length + (int) (seconds * LogMel.RATE));
        return this;
    }

    /**
     * @param voice one of flite's with 16 kHz: rms, slt, awb, kal16
     */
    public Talk says(String voice, String text) {
        return interrupts(voice, text, 0);
    }

    /**
     * @param early seconds before the end of what there is
     */
    public Talk interrupts(String voice, String text, double early) {
        var spoken = spoken(voice, text);
        int from = Math.max(0, samples.length - (int) (early * LogMel.RATE));
        int end = from + spoken.length;
        samples = Arrays.copyOf(samples, Math.max(samples.length, end));
        for (int i = 0; i < spoken.length; i++) {
            samples[from + i] += spoken[i];
        }
        said.add(new Said(voice, (double) from / LogMel.RATE, (double) end / LogMel.RATE));
        return this;
    }

    /**
     * White noise over all that there is.
     *
     * @param decibel root of the mean square, full scale
     */
    public Talk noise(double decibel) {
        var random = new Random(7);
        double level = Math.pow(10, decibel / 20);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (level * random.nextGaussian());
        }
        return this;
    }

    /** What a telephone leaves of it: 300 to 3400 Hz, logarithmic samples of 8 bits. */
    public Talk telephone() {
        for (int pass = 0; pass < 2; pass++) {
            filter(300, true);
            filter(3400, false);
        }
        for (int i = 0; i < samples.length; i++) {
            double curved = Math.log1p(255 * Math.min(1, Math.abs(samples[i]))) / Math.log(256);
            double coarse = Math.round(curved * 127) / 127.0;
            samples[i] = (float) (Math.signum(samples[i]) * (Math.pow(256, coarse) - 1) / 255);
        }
        return this;
    }

    public List<Said> said() {
        return List.copyOf(said);
    }

    public Samples sound() {
        return Samples.of(samples);
    }

    /** Butterworth, second order: a cookbook biquad. */
    private void filter(double hertz, boolean high) {
        double turn = 2 * Math.PI * hertz / LogMel.RATE;
        double cos = Math.cos(turn);
        double alpha = Math.sin(turn) / Math.sqrt(2);
        double edge = high ? (1 + cos) / 2 : (1 - cos) / 2;
        double middle = high ? -(1 + cos) : 1 - cos;
        double x1 = 0;
        double x2 = 0;
        double y1 = 0;
        double y2 = 0;
        for (int i = 0; i < samples.length; i++) {
            double x = samples[i];
            double sum = edge * x + middle * x1 + edge * x2;
            double y = (sum + 2 * cos * y1 - (1 - alpha) * y2) / (1 + alpha);
            x2 = x1;
            x1 = x;
            y2 = y1;
            y1 = y;
            samples[i] = (float) y;
        }
    }

    private static float[] spoken(String voice, String text) {
        try {
            var file = Files.createTempFile("said", ".wav");
            try {
                var flite =
                        new ProcessBuilder(
                                        "flite", "-voice", voice, "-t", text, "-o", file.toString())
                                .inheritIO()
                                .start();
                if (flite.waitFor() != 0) {
                    throw new IOException("flite could not say: " + text);
                }
                return trimmed(wav(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static float[] trimmed(float[] samples) {
        int from = 0;
        int to = samples.length;
        while (from < to && Math.abs(samples[from]) < SOFTEST) {
            from++;
        }
        while (to > from && Math.abs(samples[to - 1]) < SOFTEST) {
            to--;
        }
        return Arrays.copyOfRange(samples, from, to);
    }
}
