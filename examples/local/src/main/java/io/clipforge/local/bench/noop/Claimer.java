package io.clipforge.local.bench.noop;

import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobReport;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** A worker without work: takes jobs, and reports each as done from a thread of its own. */
public final class Claimer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final String WORKER = "bench";

    private final JobQueue queue;
    private final int atATime;
    private final Duration each;
    private final Starts starts;
    private final Semaphore slots;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Future<?> claiming;
    private volatile boolean closing;

    /** Hears of each job that starts. */
    @FunctionalInterface
    public interface Starts {
        /**
         * @param now as {@link System#nanoTime} says
         */
        void started(UUID job, long now);
    }

    /** Jobs take no time. */
    public Claimer(JobQueue queue, int atATime, Starts starts) {
        this(queue, atATime, Duration.ZERO, starts);
    }

    /**
     * @param each how long a job takes; it needs no processor meanwhile
     */
    public Claimer(JobQueue queue, int atATime, Duration each, Starts starts) {
        this.queue = queue;
        this.atATime = atATime;
        this.each = each;
        this.starts = starts;
        slots = new Semaphore(atATime);
        claiming = threads.submit(this::claimAll);
    }

    private void claimAll() {
        while (!closing) {
            slots.acquireUninterruptibly();
            int free = 1 + slots.drainPermits();
            var claims = queue.claim(List.of(Noop.KIND), free, WORKER, PATIENCE);
            slots.release(free - claims.size());
            claims.forEach(it -> threads.execute(() -> work(it)));
        }
    }

    private void work(JobQueue.Claim claim) {
        try {
            var message = claim.message();
            starts.started(message.jobId(), System.nanoTime());
            Thread.sleep(each);
            queue.report(
                    Noop.KIND,
                    new JobReport.Ended(
                            message.jobId(), message.attempt(), claim.run(), Noop.DONE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            slots.release();
        }
    }

    /** Waits for the jobs in hand; says so when it had broken off before. */
    @Override
    public void close() {
        closing = true;
        try {
            claiming.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the worker broke off", e);
        } finally {
            threads.close();
        }
        if (slots.availablePermits() != atATime) {
            throw new IllegalStateException("the worker lost a job");
        }
    }
}
