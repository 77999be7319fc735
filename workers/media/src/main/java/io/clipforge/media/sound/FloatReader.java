package io.clipforge.media.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Reads sound in the form it is worked on: stereo, 48 kHz, 32-bit floats, little-endian. A sample
 * is one of both channels.
 */
public final class FloatReader implements AutoCloseable {
    private final FileChannel channel;
    private final long offset;

    private FloatReader(FileChannel channel, long offset) {
        this.channel = channel;
        this.offset = offset;
    }

    /** A file without a header. */
    public static FloatReader raw(Path file) throws IOException {
        return new FloatReader(FileChannel.open(file), 0);
    }

    /** A file that a {@link FloatWriter} wrote. */
    public static FloatReader wav(Path file) throws IOException {
        return new FloatReader(FileChannel.open(file), FloatWriter.HEADER);
    }

    public long samples() throws IOException {
        return (channel.size() - offset) / FloatWriter.BYTES;
    }

    /** Some samples, channel by channel; behind the end of the file is silence. */
    public float[] read(long first, int count) throws IOException {
        var buffer = ByteBuffer.allocate(count * FloatWriter.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(offset + first * FloatWriter.BYTES);
        int read = 0;
        while (read >= 0 && buffer.hasRemaining()) {
            read = channel.read(buffer);
        }
        var floats = new float[count * FloatWriter.CHANNELS];
        buffer.clear().asFloatBuffer().get(floats);
        return floats;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
