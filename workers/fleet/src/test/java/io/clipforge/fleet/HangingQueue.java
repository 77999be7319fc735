package io.clipforge.fleet;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.Priority;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A queue one kind of which takes no more reports until it is let go: its server hangs. */
record HangingQueue(JobQueue queue, JobKind hanging, CountDownLatch letGo) implements JobQueue {
    @Override
    public void report(JobKind kind, JobReport report) {
        if (kind == hanging) {
            try {
                letGo.await();
            } catch (InterruptedException e) {
                throw new QueueUnavailableException(e);
            }
        }
        queue.report(kind, report);
    }

    @Override
    public Standing standing(JobKind kind) {
        return queue.standing(kind);
    }

    @Override
    public void submit(JobKind kind, Priority priority, List<JobMessage> messages) {
        queue.submit(kind, priority, messages);
    }

    @Override
    public List<Claim> claim(List<JobKind> kinds, int max, String worker, Duration patience) {
        return queue.claim(kinds, max, worker, patience);
    }

    @Override
    public List<Received> reports(JobKind kind, String reader, int max, Duration patience) {
        return queue.reports(kind, reader, max, patience);
    }

    @Override
    public void acknowledge(JobKind kind, List<Received> reports) {
        queue.acknowledge(kind, reports);
    }

    @Override
    public void cancel(UUID run) {
        queue.cancel(run);
    }

    @Override
    public AutoCloseable onCancel(Consumer<UUID> listener) {
        return queue.onCancel(listener);
    }

    @Override
    public void close() {
        queue.close();
    }
}
