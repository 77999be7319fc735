package io.clipforge.api.tracing;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.telemetry.Spans;
import io.clipforge.telemetry.Step;
import io.clipforge.telemetry.TraceParent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the control plane does for jobs, as steps of the trace that asked for them. */
@Singleton
public final class JobSpans {
    private final Spans spans;

    JobSpans(Spans spans) {
        this.spans = spans;
    }

    /**
     * Hands messages over, each as a step under what asked for its job; the fleet's work stands
     * under that.
     */
    public void send(JobKind kind, List<JobMessage> messages, Consumer<List<JobMessage>> queue) {
        if (!spans.exported()) {
            queue.accept(messages);
            return;
        }
        var steps = messages.stream().map(it -> sending(kind, it)).toList();
        try {
            var placed = new ArrayList<JobMessage>();
            for (int i = 0; i < steps.size(); i++) {
                placed.add(messages.get(i).at(text(steps.get(i).place())));
            }
            queue.accept(placed);
        } catch (RuntimeException e) {
            steps.forEach(it -> it.fail(e.getClass().getName()));
            throw e;
        } finally {
            steps.forEach(Step::close);
        }
    }

    /** The end of an attempt, and all that it brings about. */
    public void settle(TracedJob job, Runnable work) {
        var name = "settle " + job.kind().wireName();
        try (var step = spans.begin(name, Step.Kind.INTERNAL, place(job.traceparent()))) {
            describe(step, job.id().toString(), job.attempt());
            Traces.at(
                    step.place(),
                    () -> {
                        work.run();
                        return step;
                    });
        }
    }

    private Step sending(JobKind kind, JobMessage message) {
        var step =
                spans.begin(
                        "send " + kind.wireName(),
                        Step.Kind.PRODUCER,
                        place(message.traceparent()));
        return describe(step, message.jobId().toString(), message.attempt())
                .put("messaging.system", "redis")
                .put("messaging.operation.name", "send")
                .put("messaging.operation.type", "send")
                .put("messaging.destination.name", kind.wireName())
                .put("messaging.message.id", message.jobId() + "/" + message.attempt());
    }

    private static Step describe(Step step, String job, int attempt) {
        return step.put("clipforge.job.id", job).put("clipforge.job.attempt", attempt);
    }

    private static @Nullable TraceParent place(@Nullable String traceparent) {
        return traceparent == null ? null : TraceParent.find(traceparent).orElse(null);
    }

    private static @Nullable String text(@Nullable TraceParent place) {
        return place == null ? null : place.text();
    }
}
