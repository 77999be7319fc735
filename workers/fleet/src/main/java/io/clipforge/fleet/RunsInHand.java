package io.clipforge.fleet;

import io.clipforge.fleet.tracing.RunSpans;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.Claim;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The runs of a fleet, each on a thread of its own, from the claim until nothing is left of it. */
@Singleton
final class RunsInHand implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunsInHand.class);

    private final JobQueue queue;
    private final JobHandlers handlers;
    private final Attempts attempts;
    private final Capacity capacity;
    private final JobMetrics metrics;
    private final RunSpans spans;
    private final RunsByName runs = new RunsByName();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory());

    RunsInHand(
            JobQueue queue,
            JobHandlers handlers,
            Attempts attempts,
            Capacity capacity,
            JobMetrics metrics,
            RunSpans spans) {
        this.queue = queue;
        this.handlers = handlers;
        this.attempts = attempts;
        this.capacity = capacity;
        this.metrics = metrics;
        this.spans = spans;
    }

    /** What it needs has been booked; it is given back at its end. */
    Run begin(Claim claim) {
        var run = new Run(claim, handlers, attempts, queue);
        runs.add(run);
        long claimed = System.nanoTime();
        threads.execute(() -> {
            metrics.began(run.kind(), since(claimed));
            perform(run);
        });
        return run;
    }

    /** Changes while it is looked at. */
    Collection<Run> all() {
        return runs.all();
    }

    void cancel(UUID run) {
        runs.cancel(run);
    }

    void handBack() {
        runs.all().forEach(Run::handBack);
    }

    /** None begins any more. Whether all ended in time. */
    boolean ended(Duration patience) throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void perform(Run run) {
        var message = run.message();
        try (var _ = MDC.putCloseable("job", message.jobId() + "/" + message.attempt());
                var _ = MDC.putCloseable("kind", run.kind().wireName())) {
            try {
                performTimed(run);
            } finally {
                runs.remove(run);
                capacity.giveBack(run.kind());
            }
            run.removeLateUploads();
        } catch (InterruptedException _) { // at the end of the process only
            log.warn("Nobody heard how {} ended; its lease will", message.jobId());
        }
    }

    private void performTimed(Run run) throws InterruptedException {
        long start = System.nanoTime();
        log.info("Started");
        var outcome = spans.run(run.kind(), run.message(), run::perform);
        var time = since(start);
        metrics.ended(run.kind(), outcome, time);
        log.info("{} after {} ms", outcome.getClass().getSimpleName(), time.toMillis());
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    /** What does not end is interrupted. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
