package io.clipforge.speech.mel;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file of nothing but 16-bit little-endian samples, as ffmpeg's {@code s16le} writes it. */
public final class PcmFile implements Samples, AutoCloseable {
    private static final float FULL_SCALE = 32768;

    private final FileChannel file;
    private final long length;

    private PcmFile(FileChannel file, long length) {
        this.file = file;
        this.length = length;
    }

    public static PcmFile open(Path path) throws IOException {
        var file = FileChannel.open(path);
        return new PcmFile(file, file.size() / Short.BYTES);
    }

    @Override
    public long length() {
        return length;
    }

    /**
     * @throws UncheckedIOException when the file cannot be read, or has become shorter
     */
    @Override
    public float[] read(long from, int count) {
        var bytes = ByteBuffer.allocate(count * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (bytes.hasRemaining()) {
                if (file.read(bytes, from * Short.BYTES + bytes.position()) < 0) {
                    throw new EOFException("no more samples");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = bytes.getShort(i * Short.BYTES) / FULL_SCALE;
        }
        return samples;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
