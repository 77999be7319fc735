package io.clipforge.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The way between the control plane and the fleets. It may forget everything at any time: the
 * control plane holds the truth and fills it again. Delivery is at least once.
 *
 * <p>Kinds are apart from each other, so that a queue may keep each on a server of its own.
 *
 * <p>Thread-safe. Every method throws {@link QueueUnavailableException} while the queue cannot be
 * reached.
 */
public interface JobQueue extends AutoCloseable {

    /** What the queue holds of a kind now. */
    Standing standing(JobKind kind);

    /**
     * Hands messages of one kind to the fleets, in this order. A (job, attempt) that waits there
     * already is dropped.
     */
    void submit(JobKind kind, Priority priority, List<JobMessage> messages);

    /**
     * Takes messages and reports {@link JobReport.Started} for each in the same step, so that a
     * worker which dies later is noticed by its silence. More urgent messages come first; one in
     * eight takes comes from the other end.
     *
     * @param kinds which kinds; each comes first in its turn
     * @param max how many at most, of all kinds together
     * @param patience how long to wait for one
     * @return empty when none came in time
     */
    List<Claim> claim(List<JobKind> kinds, int max, String worker, Duration patience);

    /** Sends a report to the control plane. */
    void report(JobKind kind, JobReport report);

    /**
     * Reads reports, oldest first; each is delivered again until it is acknowledged, to another
     * reader should this one not acknowledge it in time.
     *
     * @param reader name of the reading replica; one thread for each kind
     */
    List<Received> reports(JobKind kind, String reader, int max, Duration patience);

    void acknowledge(JobKind kind, List<Received> reports);

    /**
     * Tells every worker that this run is not wanted any more. A worker that is away just then does
     * not hear it: say it again when the run reports once more.
     */
    void cancel(UUID run);

    /** Calls the listener, on a thread of the queue, for each cancelled run until it is closed. */
    AutoCloseable onCancel(Consumer<UUID> listener);

    @Override
    void close();

    /**
     * @param epoch names the memory of the queue. When it differs from what was seen before,
     *     everything submitted earlier may be lost and has to be submitted again
     * @param waiting messages that no worker has taken yet; every priority is there
     */
    record Standing(String epoch, Map<Priority, Integer> waiting) {
        public Standing {
            waiting = Map.copyOf(waiting);
        }
    }

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
