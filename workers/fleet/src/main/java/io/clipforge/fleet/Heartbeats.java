package io.clipforge.fleet;

import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of all runs in hand, on one thread, so that a busy handler is never taken for dead. */
final class Heartbeats implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Heartbeats.class);

    private final Collection<Run> runs;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("heartbeats").daemon().factory());

    Heartbeats(Collection<Run> runs) {
        this.runs = runs;
    }

    void start() {
        long beat = Pulse.BEAT.toMillis();
        var _ = clock.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            runs.forEach(Run::beat);
        } catch (QueueUnavailableException e) {
            log.debug("Nobody hears that {} jobs go on", runs.size(), e);
        } catch (RuntimeException e) { // anything that leaves here would end the beat for ever
            log.error("A heartbeat failed", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
