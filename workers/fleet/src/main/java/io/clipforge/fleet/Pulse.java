package io.clipforge.fleet;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.Lease;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** How far one run is, and when the control plane heard of it last. */
final class Pulse {
    /** How often a pulse is looked at: changes travel at most four times a second. */
    static final Duration BEAT = Duration.ofMillis(250);

    private final JobKind kind;
    private final Claim claim;
    private final AtomicReference<Said> latest = new AtomicReference<>(new Said("started", 0));
    private Said sent = latest.get();
    private long sentAt = System.nanoTime();
    private boolean stopped;

    Pulse(JobKind kind, Claim claim) {
        this.kind = kind;
        this.claim = claim;
    }

    /** Does not wait for the queue. */
    void say(String stage, double progress) {
        latest.set(new Said(stage, Math.clamp(progress, 0, 1)));
    }

    /** Reports when there is news, and without any in time for the lease. */
    synchronized void beat(JobQueue queue) {
        var said = latest.get();
        var silent = Duration.ofNanos(System.nanoTime() - sentAt);
        boolean due = silent.plus(BEAT).compareTo(Lease.HEARTBEAT) >= 0;
        if (stopped || (said.equals(sent) && !due)) {
            return;
        }
        var message = claim.message();
        queue.report(
                kind,
                new JobReport.Progressed(
                        message.jobId(),
                        message.attempt(),
                        claim.run(),
                        said.stage(),
                        said.progress()));
        sent = said;
        sentAt = System.nanoTime();
    }

    /** Nothing is reported after the end. */
    synchronized void stop() {
        stopped = true;
    }

    private record Said(String stage, double progress) {}
}
