package io.clipforge.fleet;

import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a fleet.
 *
 * <ol>
 *   <li>One thread claims what there is room for; while the queue is away it tries again, and the
 *       jobs in hand go on.
 *   <li>{@link RunsInHand} does each job on a thread of its own.
 *   <li>{@link Heartbeats} tells the control plane that they go on.
 *   <li>A cancelled run is interrupted.
 *   <li>At the end nothing more is claimed; jobs in hand get a while to finish and are then handed
 *       back.
 * </ol>
 */
@Context
final class JobLoop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(JobLoop.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** For what comes after the interrupt: processes to kill, files to remove, a report to send. */
    private static final Duration HANDING_BACK = Duration.ofSeconds(5);

    private final JobQueue queue;
    private final Capacity capacity;
    private final RunsInHand runs;
    private final JobMetrics metrics;
    private final FleetSettings settings;
    private final Intake intake;
    private final Heartbeats heartbeats;
    private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    // a platform thread: handlers that compute may occupy all that virtual threads run on
    private final Thread claiming = Thread.ofPlatform().name("claim").unstarted(this::claimAll);
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable AutoCloseable cancellations;
    private volatile boolean connected;
    private boolean complained;

    JobLoop(
            JobQueue queue,
            Capacity capacity,
            RunsInHand runs,
            JobMetrics metrics,
            FleetSettings settings) {
        this.queue = queue;
        this.capacity = capacity;
        this.runs = runs;
        this.metrics = metrics;
        this.settings = settings;
        this.intake = new Intake(queue, capacity, settings.name());
        this.heartbeats = new Heartbeats(runs.all(), capacity.kinds());
    }

    @PostConstruct
    void start() {
        log.info(
                "{} has {} slots, {} MiB and {} GPU for jobs of {}",
                settings.name(),
                capacity.slots(),
                capacity.memoryMib(),
                settings.gpu() ? "a" : "no",
                capacity.kinds().stream().map(FleetSettings::name).toList());
        heartbeats.start();
        claiming.start();
    }

    /** Whether the queue answered when it was asked for jobs last. */
    boolean connected() {
        return connected;
    }

    /** Whether nothing more is claimed. */
    boolean stopping() {
        return stop.getCount() == 0;
    }

    @Override
    @PreDestroy
    public void close() {
        stop.countDown();
        try {
            claiming.join(HANDING_BACK);
            awaitJobs();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        runs.close();
        heartbeats.close();
        stopListening();
    }

    private void awaitJobs() throws InterruptedException {
        if (runs.ended(settings.grace())) {
            return;
        }
        runs.handBack();
        if (!runs.ended(HANDING_BACK)) {
            log.warn("{} jobs do not end; their leases will", runs.all().size());
        }
    }

    private void claimAll() {
        if (capacity.kinds().isEmpty()) {
            log.warn("There is no handler here, so nothing is claimed");
            return;
        }
        try {
            while (!stopping()) {
                claimOrPause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void claimOrPause() throws InterruptedException {
        try {
            listen();
            claim();
            noteReached();
        } catch (QueueUnavailableException e) {
            noteAway(e);
            pause();
        } catch (RuntimeException e) { // a fleet that stopped claiming would look healthy
            log.error("A claim failed", e);
            pause();
        }
    }

    private void claim() throws InterruptedException {
        var claims = intake.take();
        metrics.claimed(claims.size());
        for (var claim : claims) {
            var run = runs.begin(claim);
            if (stopping()) { // the claim was under way already
                run.handBack();
            }
        }
    }

    private void listen() {
        if (cancellations == null) {
            cancellations = queue.onCancel(runs::cancel);
        }
    }

    private void stopListening() {
        try (var _ = cancellations) {
            cancellations = null;
        } catch (Exception e) { // that is what AutoCloseable declares
            log.warn("Cannot stop listening for cancelled runs", e);
        }
    }

    private void noteReached() {
        backoff.succeeded();
        if (!connected) {
            log.info("The queue answers");
        }
        connected = true;
        complained = false;
    }

    private void noteAway(QueueUnavailableException e) {
        if (!complained) {
            log.warn("The queue is away; {} jobs go on", runs.all().size(), e);
        }
        connected = false;
        complained = true;
    }

    private void pause() throws InterruptedException {
        var _ = stop.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
    }
}
