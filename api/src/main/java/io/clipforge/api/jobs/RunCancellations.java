package io.clipforge.api.jobs;

import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells workers which runs are not wanted any more. */
@Singleton
class RunCancellations {
    private static final Logger LOG = LoggerFactory.getLogger(RunCancellations.class);

    private final JobQueue queue;
    private final ApplicationEventPublisher<Unwanted> publisher;

    RunCancellations(JobQueue queue, ApplicationEventPublisher<Unwanted> publisher) {
        this.queue = queue;
        this.publisher = publisher;
    }

    record Unwanted(List<UUID> runs) {}

    /** A cancellation that is rolled back must stop nobody. */
    void afterCommit(List<Job> cancelled) {
        var runs = cancelled.stream().map(Job::runId).filter(Objects::nonNull).toList();
        publisher.publishEvent(new Unwanted(runs));
    }

    @TransactionalEventListener
    void onCommit(Unwanted unwanted) {
        unwanted.runs().forEach(this::cancel);
    }

    void cancel(UUID run) {
        try {
            queue.cancel(run);
        } catch (QueueUnavailableException e) {
            // Its next sign of life is refused, and that cancels it again.
            LOG.warn("run {} could not be told that it is cancelled", run, e);
        }
    }
}
