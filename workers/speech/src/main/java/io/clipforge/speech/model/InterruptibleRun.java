package io.clipforge.speech.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A run that ends when its thread is interrupted. The thread itself is in native code and cannot
 * look; another one does, and ONNX Runtime asks before each node of the graph whether to stop.
 */
final class InterruptibleRun implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 50;
    private static final ScheduledThreadPoolExecutor LOOKOUT = lookout();

    private final Thread thread = Thread.currentThread();
    private final OrtSession.RunOptions options = new OrtSession.RunOptions();
    private final ScheduledFuture<?> watch =
            LOOKOUT.scheduleWithFixedDelay(
                    this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    private boolean over;

    private InterruptibleRun() throws OrtException {}

    /**
     * @throws CancellationException when the thread is interrupted, which it stays
     */
    static OrtSession.Result of(
            OrtSession session, Map<String, OnnxTensor> inputs, Set<String> outputs)
            throws OrtException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("nobody waits for this run");
        }
        try (var run = new InterruptibleRun()) {
            return session.run(inputs, outputs, run.options);
        } catch (OrtException e) {
            if (Thread.currentThread().isInterrupted()) {
                var cancelled = new CancellationException("nobody waits for this run any more");
                cancelled.initCause(e);
                throw cancelled;
            }
            throw e;
        }
    }

    /** Waits for a look that is under way: it must not touch options that are gone. */
    @Override
    public void close() {
        watch.cancel(false);
        synchronized (this) {
            over = true;
            options.close();
        }
    }

    private synchronized void look() {
        if (over || !thread.isInterrupted()) {
            return;
        }
        try {
            options.setTerminate(true);
        } catch (OrtException e) {
            throw new ModelException("a run cannot be stopped", e);
        }
    }

    private static ScheduledThreadPoolExecutor lookout() {
        var lookout =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("lookout").factory());
        lookout.setRemoveOnCancelPolicy(true);
        return lookout;
    }
}
