package io.clipforge.fleet;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Takes jobs while a slot is free and does each on a thread of its own.
 *
 * <ol>
 *   <li>One thread claims; while the queue is away it tries again, and the jobs in hand go on.
 *   <li>{@link Heartbeats} tells the control plane that they do.
 *   <li>A cancelled run is interrupted.
 *   <li>At the end nothing more is claimed; jobs in hand get a while to finish and are then handed
 *       back.
 * </ol>
 */
@Context
final class JobLoop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(JobLoop.class);

    /** Short, so that a stop is noticed soon; a claim must never be interrupted half-way. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** For what comes after the interrupt: processes to kill, files to remove, a report to send. */
    private static final Duration HANDING_BACK = Duration.ofSeconds(5);

    private final JobQueue queue;
    private final JobHandlers handlers;
    private final Attempts attempts;
    private final JobMetrics metrics;
    private final FleetSettings settings;
    private final Semaphore slots;
    private final Map<UUID, Run> runs = new ConcurrentHashMap<>();
    private final Heartbeats heartbeats = new Heartbeats(runs.values());
    private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    private final Thread claiming = Thread.ofVirtual().name("claim").unstarted(this::claimAll);
    private final ExecutorService jobs =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory());
    private final CountDownLatch stop = new CountDownLatch(1);
    private @Nullable AutoCloseable cancellations;
    private volatile boolean connected;
    private boolean complained;

    JobLoop(
            JobQueue queue,
            JobHandlers handlers,
            Attempts attempts,
            JobMetrics metrics,
            FleetSettings settings) {
        this.queue = queue;
        this.handlers = handlers;
        this.attempts = attempts;
        this.metrics = metrics;
        this.settings = settings;
        this.slots = new Semaphore(settings.atATime());
    }

    @PostConstruct
    void start() {
        log.info(
                "{} takes {} jobs at a time of {}",
                settings.name(),
                settings.atATime(),
                handlers.kinds().stream().map(JobKind::wireName).sorted().toList());
        heartbeats.start();
        claiming.start();
    }

    /** Whether the queue answered when it was asked last. */
    boolean connected() {
        return connected;
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
        jobs.shutdownNow();
        heartbeats.close();
    }

    private void awaitJobs() throws InterruptedException {
        jobs.shutdown();
        if (ended(settings.grace())) {
            return;
        }
        runs.values().forEach(Run::handBack);
        if (!ended(HANDING_BACK)) {
            log.warn("{} jobs do not end; their leases will", runs.size());
        }
    }

    private boolean ended(Duration patience) throws InterruptedException {
        return jobs.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void claimAll() {
        if (handlers.kinds().isEmpty()) {
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
            claimNext();
            noteReached();
        } catch (QueueUnavailableException e) {
            noteAway(e);
            pause();
        } catch (RuntimeException e) { // a fleet that stopped claiming would look healthy
            log.error("A claim failed", e);
            pause();
        }
    }

    private void listen() {
        if (cancellations == null) {
            cancellations = queue.onCancel(this::cancel);
        }
    }

    private void claimNext() throws InterruptedException {
        if (!slots.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
        Optional<Claim> claim = Optional.empty();
        try {
            claim = queue.claim(handlers.kinds(), settings.name(), PATIENCE);
        } finally {
            if (claim.isEmpty()) {
                slots.release();
            }
        }
        claim.ifPresent(this::begin);
    }

    private void begin(Claim claim) {
        var run = new Run(claim, handlers, attempts, queue);
        runs.put(claim.run(), run);
        jobs.execute(() -> perform(claim, run));
    }

    private void perform(Claim claim, Run run) {
        var message = claim.message();
        var kind = message.spec().kind();
        long start = System.nanoTime();
        metrics.began();
        try (var _ = MDC.putCloseable("job", message.jobId() + "/" + message.attempt());
                var _ = MDC.putCloseable("kind", kind)) {
            log.info("Started");
            var outcome = run.perform();
            var time = Duration.ofNanos(System.nanoTime() - start);
            metrics.took(kind, outcome, time);
            log.info("{} after {} ms", outcome.getClass().getSimpleName(), time.toMillis());
        } catch (InterruptedException _) { // at the end of the process only
            log.warn("Nobody heard how {} ended; its lease will", message.jobId());
        } finally {
            metrics.ended();
            runs.remove(claim.run());
            slots.release();
        }
    }

    private void cancel(UUID run) {
        Optional.ofNullable(runs.get(run)).ifPresent(Run::cancel);
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
            log.warn("The queue is away; {} jobs go on", runs.size(), e);
        }
        connected = false;
        complained = true;
    }

    private void pause() throws InterruptedException {
        var _ = stop.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }
}
