package io.clipforge.sdk.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.LongConsumer;

/** A stretch of an open file that can be read again and again, and counts what was read. */
public final class FileSlice {
    private final FileChannel file;
    private final long offset;
    private final long length;
    private final LongConsumer listener;
    private volatile long moved;

    /**
     * @param listener hears how many bytes of this slice have been read; falls to 0 when it is read
     *     again
     */
    public FileSlice(FileChannel file, long offset, long length, LongConsumer listener) {
        this.file = file;
        this.offset = offset;
        this.length = length;
        this.listener = listener;
    }

    long length() {
        return length;
    }

    long moved() {
        return moved;
    }

    void restart() {
        moved = 0;
        listener.accept(0);
    }

    /** Reads by position and so shares the channel with other slices; there is nothing to close. */
    InputStream open() {
        return new InputStream() {
            private long position;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int start, int count) throws IOException {
                if (position == length) {
                    return -1;
                }
                int wanted = (int) Math.min(count, length - position);
                int read = file.read(ByteBuffer.wrap(bytes, start, wanted), offset + position);
                if (read > 0) {
                    position += read;
                    moved = position;
                    listener.accept(position);
                }
                return read;
            }
        };
    }
}
