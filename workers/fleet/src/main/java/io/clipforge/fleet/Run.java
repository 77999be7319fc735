package io.clipforge.fleet;

import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobOutcome.Cancelled;
import io.clipforge.jobs.JobOutcome.Completed;
import io.clipforge.jobs.JobOutcome.RetryLater;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.clipforge.jobs.JobReport;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One claimed message, from the first step to the last report.
 *
 * <ol>
 *   <li>The handler works; only this step is interrupted when the run is stopped.
 *   <li>The workspace is removed.
 *   <li>The end is reported, as often as it takes until the queue has it.
 *   <li>Unless the job was completed, what it stored is deleted.
 * </ol>
 */
final class Run {
    private static final Logger log = LoggerFactory.getLogger(Run.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Claim claim;
    private final JobHandlers handlers;
    private final Attempts attempts;
    private final JobQueue queue;
    private final Pulse pulse;
    private @Nullable Thread worker;
    private @Nullable JobOutcome stop;

    Run(Claim claim, JobHandlers handlers, Attempts attempts, JobQueue queue) {
        this.claim = claim;
        this.handlers = handlers;
        this.attempts = attempts;
        this.queue = queue;
        this.pulse = new Pulse(claim);
    }

    JobMessage message() {
        return claim.message();
    }

    /** For another thread, several times a second. */
    void beat() {
        pulse.beat(queue);
    }

    void cancel() {
        stop(new Cancelled());
    }

    void handBack() {
        stop(new RetryLater("the worker is shutting down"));
    }

    JobOutcome perform() throws InterruptedException {
        Attempt attempt;
        try {
            attempt = attempts.begin(claim, pulse);
        } catch (IOException e) {
            return end(failure(e));
        }
        var outcome = work(attempt);
        attempt.removeWorkspace();
        end(outcome);
        if (!(outcome instanceof Completed)) {
            attempt.removeStored();
        }
        return outcome;
    }

    private JobOutcome work(Attempt attempt) {
        try {
            enter();
            return unlessCancelled(handlers.run(message().spec(), attempt));
        } catch (Throwable e) { // an Error, too, must not leave the job without an end
            return failure(e);
        } finally {
            leave();
        }
    }

    private JobOutcome end(JobOutcome outcome) throws InterruptedException {
        pulse.stop();
        var ended =
                new JobReport.Ended(message().jobId(), message().attempt(), claim.run(), outcome);
        var backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        while (!delivered(ended)) {
            Thread.sleep(backoff.next());
        }
        return outcome;
    }

    private boolean delivered(JobReport report) {
        try {
            queue.report(report);
            return true;
        } catch (QueueUnavailableException e) {
            log.debug("The end has to wait", e);
            return false;
        }
    }

    private synchronized void enter() throws InterruptedException {
        if (stop != null) {
            throw new InterruptedException("stopped before it began");
        }
        worker = Thread.currentThread();
    }

    /** From here on a stop comes too late and must not disturb the report. */
    private synchronized void leave() {
        worker = null;
        if (Thread.interrupted()) {
            log.debug("Interrupted at the very end");
        }
    }

    private synchronized void stop(JobOutcome as) {
        if (stop == null || as instanceof Cancelled) {
            stop = as;
        }
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** Nobody wants the result of a cancelled run, not even a finished one. */
    private synchronized JobOutcome unlessCancelled(JobOutcome outcome) {
        return stop instanceof Cancelled ? stop : outcome;
    }

    private synchronized JobOutcome failure(Throwable cause) {
        if (stop != null) {
            return stop;
        }
        log.error("The attempt failed", cause);
        return new RetryLater(reason(cause) + " (" + cause.getClass().getSimpleName() + ")");
    }

    /** For customers: what kind of failure, but nothing of our insides. */
    private static String reason(Throwable cause) {
        return switch (cause) {
            case IOException _ -> "the object store or the disk failed";
            case InterruptedException _ -> "the work was interrupted";
            default -> "an unexpected failure";
        };
    }
}
