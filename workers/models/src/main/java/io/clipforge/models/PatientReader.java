package io.clipforge.models;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads a stream that may fall silent for ever, but not for longer than this. */
final class PatientReader implements Closeable {
    private final ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor();
    private final InputStream in;
    private final Duration silence;

    PatientReader(InputStream in, Duration silence) {
        this.in = in;
        this.silence = silence;
    }

    /** As {@link InputStream#read(byte[])}. */
    int read(byte[] chunk) throws IOException, InterruptedException {
        var read = reading.submit(() -> in.read(chunk));
        try {
            return read.get(silence.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("nothing came for " + silence.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    /** Closes the stream first, which ends a read that is under way. */
    @Override
    public void close() throws IOException {
        try {
            in.close();
        } finally {
            reading.shutdownNow();
        }
    }
}
