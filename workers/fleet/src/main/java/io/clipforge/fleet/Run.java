package io.clipforge.fleet;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobOutcome.Cancelled;
import io.clipforge.jobs.JobOutcome.Completed;
import io.clipforge.jobs.JobOutcome.HandedBack;
import io.clipforge.jobs.JobOutcome.RetryLater;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.clipforge.jobs.JobReport;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
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
 *   <li>Beside that, unless the job was completed, what it stored is deleted.
 *   <li>What was still on its way to the store when the handler was stopped is deleted later.
 * </ol>
 */
final class Run {
    private static final Logger log = LoggerFactory.getLogger(Run.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** A proxy may have taken all of an upload that was cut off, and hands it on by itself. */
    private static final Duration STILL_ON_ITS_WAY = Duration.ofMillis(500);

    private final Claim claim;
    private final JobKind kind;
    private final JobHandlers handlers;
    private final Attempts attempts;
    private final JobQueue queue;
    private final Pulse pulse;
    private @Nullable Attempt cutOff;
    private @Nullable Thread worker;
    private @Nullable JobOutcome stop;

    Run(Claim claim, JobHandlers handlers, Attempts attempts, JobQueue queue) {
        this.claim = claim;
        this.kind = JobHandlers.kind(claim.message().spec());
        this.handlers = handlers;
        this.attempts = attempts;
        this.queue = queue;
        this.pulse = new Pulse(kind, claim);
    }

    UUID id() {
        return claim.run();
    }

    JobKind kind() {
        return kind;
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
        stop(new HandedBack());
    }

    JobOutcome perform() throws InterruptedException {
        Attempt attempt;
        try {
            attempt = attempts.begin(claim, pulse);
        } catch (IOException e) {
            var failure = failure(e);
            report(failure);
            return failure;
        }
        var outcome = work(attempt);
        attempt.removeWorkspace();
        var last = unlessStopped(outcome);
        if (last instanceof Completed) {
            report(last);
        } else {
            // neither waits for the other: the store or the queue may be away
            var removal = removal(attempt);
            report(last);
            removal.join();
        }
        return last;
    }

    /** For after the end; takes a moment. */
    void removeLateUploads() throws InterruptedException {
        if (cutOff != null) {
            Thread.sleep(STILL_ON_ITS_WAY);
            cutOff.removeStored();
        }
    }

    private JobOutcome work(Attempt attempt) {
        try {
            enter();
            var tried = Trials.before(message(), attempt);
            return tried.isPresent() ? tried.get() : handlers.run(message().spec(), attempt);
        } catch (Throwable e) { // an Error, too, must not leave the job without an end
            cutOff = attempt;
            return failure(e);
        } finally {
            leave();
        }
    }

    private static Thread removal(Attempt attempt) {
        return Thread.startVirtualThread(() -> {
            try {
                attempt.removeStored();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // nobody does that to this thread
            }
        });
    }

    private void report(JobOutcome outcome) throws InterruptedException {
        pulse.stop();
        var ended =
                new JobReport.Ended(message().jobId(), message().attempt(), claim.run(), outcome);
        var backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        while (!delivered(ended)) {
            Thread.sleep(backoff.next());
        }
    }

    private boolean delivered(JobReport report) {
        try {
            queue.report(kind, report);
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

    /**
     * Nobody wants the result of a cancelled run, not even a finished one; and whatever else a
     * handler makes of being interrupted, it is not the fault of the job.
     */
    private synchronized JobOutcome unlessStopped(JobOutcome outcome) {
        if (stop == null || (stop instanceof HandedBack && outcome instanceof Completed)) {
            return outcome;
        }
        return stop;
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
