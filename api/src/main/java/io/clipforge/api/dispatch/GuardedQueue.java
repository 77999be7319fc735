package io.clipforge.api.dispatch;

import io.clipforge.api.resilience.AwayException;
import io.clipforge.api.resilience.Guard;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.Priority;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A queue that is left be while it does not answer, so that nobody waits for it again and again.
 */
final class GuardedQueue implements JobQueue {
    private static final int AT_ONCE = 256;

    private final JobQueue queue;
    private final Guard guard =
            new Guard("the job queue", AT_ONCE, QueueUnavailableException.class::isInstance);

    GuardedQueue(JobQueue queue) {
        this.queue = queue;
    }

    @Override
    public Standing standing(JobKind kind) {
        return ask(() -> queue.standing(kind));
    }

    @Override
    public void submit(JobKind kind, Priority priority, List<JobMessage> messages) {
        tell(() -> queue.submit(kind, priority, messages));
    }

    @Override
    public List<Claim> claim(List<JobKind> kinds, int max, String worker, Duration patience) {
        return ask(() -> queue.claim(kinds, max, worker, patience));
    }

    @Override
    public void report(JobKind kind, JobReport report) {
        tell(() -> queue.report(kind, report));
    }

    @Override
    public List<Received> reports(JobKind kind, String reader, int max, Duration patience) {
        return ask(() -> queue.reports(kind, reader, max, patience));
    }

    @Override
    public void acknowledge(JobKind kind, List<Received> reports) {
        tell(() -> queue.acknowledge(kind, reports));
    }

    @Override
    public void cancel(UUID run) {
        tell(() -> queue.cancel(run));
    }

    @Override
    public AutoCloseable onCancel(Consumer<UUID> listener) {
        return ask(() -> queue.onCancel(listener));
    }

    @Override
    public void close() {
        queue.close();
    }

    private void tell(Runnable call) {
        ask(() -> {
            call.run();
            return queue;
        });
    }

    private <T> T ask(Supplier<T> call) {
        try {
            return guard.call(call);
        } catch (AwayException e) {
            throw e.getCause() instanceof QueueUnavailableException known
                    ? known
                    : new QueueUnavailableException(e);
        }
    }
}
