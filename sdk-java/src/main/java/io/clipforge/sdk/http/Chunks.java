package io.clipforge.sdk.http;

import io.clipforge.sdk.errors.ConnectionException;
import io.clipforge.sdk.errors.TimeoutException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body as it arrives, taken piece by piece with patience; the JDK's own streams would block for
 * ever.
 */
final class Chunks implements AutoCloseable {
    /** Pieces are never empty; this one says that there are no more. */
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
    private final Subscription subscription;
    private volatile @Nullable Throwable failure;

    Chunks(Subscription subscription) {
        this.subscription = subscription;
    }

    void add(byte[] bytes) {
        arrived.add(bytes);
    }

    void end(@Nullable Throwable cause) {
        failure = cause;
        arrived.add(END);
    }

    /** The next piece; null at the end. */
    byte @Nullable [] next(Duration patience) {
        subscription.request(1);
        byte[] piece = poll(patience);
        if (piece.length > 0) {
            return piece;
        }
        if (failure != null) {
            throw new ConnectionException("the connection broke", true, failure);
        }
        return null;
    }

    byte[] all(Duration patience) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] piece = next(patience); piece != null; piece = next(patience)) {
            bytes.writeBytes(piece);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        subscription.cancel();
    }

    private byte[] poll(Duration patience) {
        try {
            byte[] piece = arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (piece == null) {
                throw new TimeoutException("nothing came for " + patience.toMillis() + " ms");
            }
            return piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionException("interrupted while reading", true, e);
        }
    }
}
