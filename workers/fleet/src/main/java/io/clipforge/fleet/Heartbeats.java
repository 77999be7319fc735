package io.clipforge.fleet;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.clipforge.jobs.Lease;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of all runs in hand, so that a busy handler is never taken for dead.
 *
 * <p>Each kind has a thread: its queue may lie on a server of its own, and one that hangs must not
 * keep the others silent. They are platform threads, because handlers that compute may occupy
 * everything that virtual threads run on.
 */
final class Heartbeats implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Heartbeats.class);

    private final Collection<Run> runs;
    private final Collection<JobKind> kinds;
    private final ScheduledExecutorService clock;
    private long lastBeat = System.nanoTime();

    Heartbeats(Collection<Run> runs, Collection<JobKind> kinds) {
        this.runs = runs;
        this.kinds = kinds;
        this.clock =
                Executors.newScheduledThreadPool(
                        kinds.size() + 1, // and one that sees how time goes by
                        Thread.ofPlatform().name("heartbeats-", 0).daemon().factory());
    }

    void start() {
        lastBeat = System.nanoTime();
        repeat(this::noteFreeze);
        kinds.forEach(kind -> repeat(() -> beat(kind)));
    }

    private void repeat(Runnable task) {
        long beat = Pulse.BEAT.toMillis();
        var _ = clock.scheduleWithFixedDelay(task, beat, beat, TimeUnit.MILLISECONDS);
    }

    private void beat(JobKind kind) {
        try {
            runs.stream().filter(run -> run.kind() == kind).forEach(Run::beat);
        } catch (QueueUnavailableException e) {
            log.debug("Nobody hears that {} jobs go on", runs.size(), e);
        } catch (RuntimeException e) { // anything that leaves here would end the beat for ever
            log.error("A heartbeat failed", e);
        }
    }

    /** What others took over meanwhile is cancelled when the next beat of it is refused. */
    private void noteFreeze() {
        long now = System.nanoTime();
        var still = Duration.ofNanos(now - lastBeat);
        lastBeat = now;
        if (still.compareTo(Lease.TERM) > 0) {
            log.warn(
                    "This process stood still for {} ms, and a lease lasts {} ms: {} jobs in hand"
                            + " may be in other hands by now",
                    still.toMillis(),
                    Lease.TERM.toMillis(),
                    runs.size());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
