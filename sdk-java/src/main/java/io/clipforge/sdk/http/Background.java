package io.clipforge.sdk.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * What a call that runs beside its caller will bring. To cancel it interrupts the call.
 *
 * @param <T> the result
 */
public final class Background<T> extends CompletableFuture<T> {
    private static final ExecutorService THREADS = threads();

    private final Future<?> running;

    private Background(Supplier<T> call) {
        running = THREADS.submit(() -> finish(call));
    }

    /** Starts a call: on a virtual thread where the JVM has them (Java 21). */
    public static <T> CompletableFuture<T> run(Supplier<T> call) {
        return new Background<>(call);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        running.cancel(true);
        return cancelled;
    }

    private void finish(Supplier<T> call) {
        try {
            complete(call.get());
        } catch (Throwable failure) {
            completeExceptionally(failure);
        }
    }

    private static ExecutorService threads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException older) {
            return Executors.newCachedThreadPool(Background::daemon);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "clipforge-call");
        thread.setDaemon(true);
        return thread;
    }
}
