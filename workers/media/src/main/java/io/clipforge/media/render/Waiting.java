package io.clipforge.media.render;

import io.clipforge.media.MediaException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work done on another thread meanwhile; closing it stops it and waits for its end. */
final class Waiting<T> implements AutoCloseable {
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private final Future<T> task;

    private Waiting(Callable<T> work) {
        this.task = thread.submit(work);
    }

    static <T> Waiting<T> on(Callable<T> work) {
        return new Waiting<>(work);
    }

    T get() throws MediaException, IOException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case MediaException media -> throw media;
                case IOException io -> throw io;
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
