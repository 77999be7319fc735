package io.clipforge.media.sound;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a {@link FloatReader} reads, as WAV that ffmpeg reads too. */
public final class FloatWriter implements AutoCloseable {
    /** Hertz. */
    public static final int SAMPLE_RATE = 48_000;

    public static final int CHANNELS = 2;
    static final int BYTES = CHANNELS * Float.BYTES;
    static final int HEADER = 44;

    private static final short FLOATS = 3;

    private final OutputStream output;

    /**
     * @param samples that are going to be written
     */
    public FloatWriter(Path wav, long samples) throws IOException {
        this.output = new BufferedOutputStream(Files.newOutputStream(wav), 1 << 16);
        output.write(header(Math.toIntExact(samples * BYTES)));
    }

    /**
     * @param samples channel by channel
     */
    public void write(float[] samples) throws IOException {
        var bytes = ByteBuffer.allocate(samples.length * Float.BYTES);
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(samples);
        output.write(bytes.array());
    }

    @Override
    public void close() throws IOException {
        output.close();
    }

    private static byte[] header(int bytes) {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(text("RIFF"))
                .putInt(HEADER - 8 + bytes)
                .put(text("WAVEfmt "))
                .putInt(16)
                .putShort(FLOATS)
                .putShort((short) CHANNELS)
                .putInt(SAMPLE_RATE)
                .putInt(SAMPLE_RATE * BYTES)
                .putShort((short) BYTES)
                .putShort((short) (8 * Float.BYTES))
                .put(text("data"))
                .putInt(bytes)
                .array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
