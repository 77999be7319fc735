package io.clipforge.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts things at the same time: either all of them run afterwards, or none. */
final class SideBySide implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<? extends AutoCloseable>> starts = new ArrayList<>();

    <T extends AutoCloseable> Future<T> start(Callable<T> what) {
        var start = threads.submit(what);
        starts.add(start);
        return start;
    }

    /** Waits for all; when one failed, closes the others and throws its reason. */
    void await() throws IOException {
        threads.close();
        var failed = starts.stream().filter(it -> it.state() != Future.State.SUCCESS).toList();
        if (failed.isEmpty()) {
            return;
        }
        var reason = failed.getFirst().exceptionNow();
        var failure = new IOException("could not start: " + reason.getMessage(), reason);
        var running = starts.stream().filter(it -> it.state() == Future.State.SUCCESS).toList();
        try {
            Closing.all(running.stream().map(Future::resultNow).toList());
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        throw failure;
    }

    @Override
    public void close() {
        threads.close();
    }
}
