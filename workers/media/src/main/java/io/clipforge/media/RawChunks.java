package io.clipforge.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Equal pieces of a running program's output. A few are read ahead; the program waits while nobody
 * asks for more. For one thread at a time; closing it early kills the program.
 */
public final class RawChunks implements AutoCloseable {
    private static final int READ_AHEAD = 4;
    private static final byte[] END = {};

    private final MediaProcess process;
    private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(READ_AHEAD);
    private final FutureTask<Boolean> reader;
    private volatile boolean closed;
    private boolean ended;

    RawChunks(MediaProcess process, int chunkBytes) {
        this.process = process;
        this.reader = process.read(output -> readAll(output, chunkBytes));
    }

    /**
     * The next piece; empty at the good end of the output. An incomplete last piece is dropped.
     *
     * @throws MediaException when the program did not end well, or its time ran out
     */
    public Optional<byte[]> next() throws MediaException, IOException, InterruptedException {
        if (ended) {
            return Optional.empty();
        }
        var chunk = queue.poll(process.nanosLeft(), TimeUnit.NANOSECONDS);
        if (chunk == null) {
            close();
            throw process.timedOut();
        }
        if (chunk.length > 0) {
            return Optional.of(chunk);
        }
        ended = true;
        process.await(reader);
        return Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        process.close();
        queue.clear(); // lets a reader that waits for room see that nobody listens
    }

    private boolean readAll(InputStream output, int chunkBytes)
            throws IOException, InterruptedException {
        try {
            var chunk = output.readNBytes(chunkBytes);
            while (chunk.length == chunkBytes && !closed) {
                queue.put(chunk);
                chunk = output.readNBytes(chunkBytes);
            }
            return true;
        } finally {
            queue.put(END);
        }
    }
}
