package io.clipforge.sdk.resources;

import io.clipforge.sdk.errors.ApiException;
import io.clipforge.sdk.errors.ClipForgeException;
import io.clipforge.sdk.errors.ConnectionException;
import io.clipforge.sdk.errors.ServerException;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Deadline;
import io.clipforge.sdk.http.EventStream;
import io.clipforge.sdk.http.Json;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.FlowStatus;
import io.clipforge.sdk.model.Job;
import io.clipforge.sdk.model.JobEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows a flow to its end. It listens to the event stream; a cut stream is continued after the
 * last event that arrived. When streams bring nothing several times in a row, something in between
 * does not let them through, and the jobs are polled instead.
 */
final class JobFollower {
    private static final int FRUITLESS_STREAMS = 2;
    private static final Duration RECONNECT = Duration.ofSeconds(2);
    private static final Duration SETTLE = Duration.ofSeconds(1);

    private final Transport transport;
    private final Jobs jobs;

    JobFollower(Transport transport, Jobs jobs) {
        this.transport = transport;
        this.jobs = jobs;
    }

    JobEvent follow(String jobId, Consumer<JobEvent> listener) {
        return follow(jobId, listener, transport.deadline());
    }

    private JobEvent follow(String jobId, Consumer<JobEvent> listener, Deadline deadline) {
        Progress progress = new Progress(listener);
        for (int fruitless = 0; fruitless < FRUITLESS_STREAMS; fruitless++) {
            String before = progress.lastId;
            Optional<JobEvent> end = listen(jobId, progress, deadline);
            if (end.isPresent()) {
                return end.orElseThrow();
            }
            if (progress.lastId != null && !progress.lastId.equals(before)) {
                fruitless = -1;
            }
            transport.retries().sleep(deadline.bound(progress.reconnect));
        }
        return new JobPolling(transport, jobs, deadline).follow(jobId, listener);
    }

    /**
     * Follows what a resource's job does and reads the resource again, until it says itself that it
     * has ended.
     */
    <R> R settled(
            Supplier<R> read,
            Function<R, Job> job,
            Function<R, FlowStatus> state,
            Consumer<JobEvent> listener) {
        Deadline deadline = transport.deadline();
        R resource = read.get();
        while (state.apply(resource) == FlowStatus.RUNNING) {
            follow(job.apply(resource).getId(), listener, deadline);
            resource = read.get();
            if (state.apply(resource) == FlowStatus.RUNNING) {
                transport.retries().sleep(deadline.bound(SETTLE));
            }
        }
        return resource;
    }

    /** Listens to one connection; empty when it ended before the flow did. */
    private Optional<JobEvent> listen(String jobId, Progress progress, Deadline deadline) {
        Call call = Call.get("/v1/jobs/{}/events", jobId).header("Last-Event-ID", progress.lastId);
        try (EventStream stream = transport.open(call, deadline)) {
            return read(stream, progress);
        } catch (ClipForgeException failure) {
            if (!passing(failure)) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    private static Optional<JobEvent> read(EventStream stream, Progress progress) {
        while (true) {
            Optional<EventStream.Message> message = stream.next();
            stream.retry().ifPresent(wait -> progress.reconnect = wait);
            if (message.isEmpty()) {
                return Optional.empty();
            }
            JobEvent event = progress.take(message.orElseThrow());
            if (event.getFlowStatus() != FlowStatus.RUNNING) {
                return Optional.of(event);
            }
        }
    }

    private static boolean passing(ClipForgeException failure) {
        return failure instanceof ConnectionException
                || failure instanceof ServerException
                || (failure instanceof ApiException refused
                        && (refused.status() == 429 || refused.status() == 406));
    }

    /** How far the listener has come, over all connections. */
    private static final class Progress {
        private final Consumer<JobEvent> listener;
        private @Nullable String lastId;
        private Duration reconnect = RECONNECT;

        Progress(Consumer<JobEvent> listener) {
            this.listener = listener;
        }

        JobEvent take(EventStream.Message message) {
            JobEvent event =
                    Json.read(message.data().getBytes(StandardCharsets.UTF_8), JobEvent.class);
            lastId = message.id().isEmpty() ? event.getId() : message.id();
            listener.accept(event);
            return event;
        }
    }
}
