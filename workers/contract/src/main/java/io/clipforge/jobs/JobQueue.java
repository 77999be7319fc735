package io.clipforge.jobs;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The way between the control plane and the fleets. It may forget everything at any time: the
 * control plane holds the truth and fills it again. Delivery is at least once.
 *
 * <p>Thread-safe. Every method throws {@link QueueUnavailableException} while the queue cannot be
 * reached.
 */
public interface JobQueue extends AutoCloseable {

    /**
     * Names the memory of the queue. When it differs from what was seen before, everything
     * submitted earlier may be lost and has to be submitted again; a message that was not lost is
     * then delivered only once, since a repeated (job, attempt) that was taken already is dropped.
     */
    String epoch();

    /** Hands a message to the fleets. */
    void submit(JobMessage message);

    /**
     * Takes one message of the given kinds and reports {@link JobReport.Started} in the same step,
     * so that a worker which dies later is noticed by its silence.
     *
     * @param patience how long to wait for one
     */
    Optional<Claim> claim(Collection<JobKind> kinds, String worker, Duration patience);

    /** Sends a report to the control plane. */
    void report(JobReport report);

    /**
     * Reads reports; each is delivered again until it is acknowledged.
     *
     * @param reader name of the reading replica
     */
    List<Received> reports(String reader, int max, Duration patience);

    void acknowledge(List<Received> reports);

    /**
     * Tells every worker that this run is not wanted any more. A worker that is away just then does
     * not hear it: say it again when the run reports once more.
     */
    void cancel(UUID run);

    /** Calls the listener, on a thread of the queue, for each cancelled run until it is closed. */
    AutoCloseable onCancel(Consumer<UUID> listener);

    /** Messages that no worker has taken yet. */
    long depth(JobKind kind);

    @Override
    void close();

    /**
     * @param run the fencing token of this take
     */
    record Claim(JobMessage message, UUID run) {}

    /**
     * @param receipt what the queue needs to acknowledge it
     */
    record Received(String receipt, JobReport report) {}

    /** The queue cannot be reached now. */
    final class QueueUnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public QueueUnavailableException(Throwable cause) {
            super("the job queue cannot be reached", cause);
        }
    }
}
