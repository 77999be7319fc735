package io.clipforge.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * The beginning of a mono WAV file of 16-bit samples.
 *
 * @param sampleRate hertz
 * @param dataOffset bytes before the first sample
 * @param declaredSamples as many as the file says it has; writers that could not go back leave a
 *     number there that is too large
 */
public record WavHeader(int sampleRate, long dataOffset, long declaredSamples) {
    /** Of a sample. */
    public static final int BYTES = 2;

    /**
     * @param name of the file, for the failure
     * @throws EOFException when the samples do not begin within the channel
     * @throws IOException when it is not mono WAV with 16 bits
     */
    public static WavHeader read(SeekableByteChannel channel, String name) throws IOException {
        expect(take(channel, 4), "RIFF", name);
        take(channel, 4);
        expect(take(channel, 4), "WAVE", name);
        int rate = 0;
        while (true) {
            var chunk = text(take(channel, 4));
            long size = Integer.toUnsignedLong(take(channel, 4).getInt());
            if (chunk.equals("data")) {
                if (rate < 1) {
                    throw new IOException(name + " does not say its sample rate");
                }
                return new WavHeader(rate, channel.position(), size / BYTES);
            }
            long next = channel.position() + size + size % 2;
            if (chunk.equals("fmt ")) {
                rate = sampleRate(take(channel, 16), name);
            }
            channel.position(next);
        }
    }

    private static int sampleRate(ByteBuffer format, String name) throws IOException {
        boolean pcm = format.getShort(0) == 1;
        boolean mono = format.getShort(2) == 1;
        if (!pcm || !mono || format.getShort(14) != 8 * BYTES) {
            throw new IOException(name + " is not mono 16-bit PCM");
        }
        return format.getInt(4);
    }

    private static void expect(ByteBuffer found, String expected, String name) throws IOException {
        if (!text(found).equals(expected)) {
            throw new IOException(name + " is not a WAV file");
        }
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.US_ASCII.decode(bytes).toString();
    }

    /** The next bytes, all of them. */
    static ByteBuffer take(SeekableByteChannel channel, int bytes) throws IOException {
        var buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("a WAV file ends early");
            }
        }
        return buffer.flip();
    }
}
