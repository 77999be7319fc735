package io.clipforge.fleet.tracing;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.telemetry.Spans;
import io.clipforge.telemetry.Step;
import io.clipforge.telemetry.TraceParent;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Each attempt at a job, as a step under the message that asked for it. */
@Singleton
public final class RunSpans {
    private static final ScopedValue<TraceParent> HERE = ScopedValue.newInstance();

    private static final Spans NOBODYS = Spans.none();

    private final Spans spans;

    public RunSpans(Spans spans) {
        this.spans = spans;
    }

    /** What is done for a message; interrupted only when the process ends. */
    @FunctionalInterface
    public interface Work {
        JobOutcome perform() throws InterruptedException;
    }

    /** Performs it, and lets each line that is logged meanwhile name its place in the trace. */
    public JobOutcome run(JobKind kind, JobMessage message, Work work) throws InterruptedException {
        var name = "process " + kind.wireName();
        try (var step = spans.begin(name, Step.Kind.CONSUMER, place(message))) {
            describe(step, kind, message);
            var outcome = at(step.place(), work);
            end(step, outcome);
            return outcome;
        }
    }

    /**
     * A program that is run for the attempt of this thread, until what this returns is closed;
     * nothing is told of one that is run for no attempt.
     *
     * @param name of the program; its arguments stay here
     */
    public Step program(String name) {
        var step =
                HERE.isBound()
                        ? spans.begin(name, Step.Kind.INTERNAL, HERE.get())
                        : NOBODYS.begin(name, Step.Kind.INTERNAL, null);
        return step.put("process.executable.name", name);
    }

    private static JobOutcome at(@Nullable TraceParent place, Work work)
            throws InterruptedException {
        if (place == null) {
            return work.perform();
        }
        try (var _ = MDC.putCloseable("trace_id", place.traceId());
                var _ = MDC.putCloseable("span_id", place.parentId())) {
            return ScopedValue.where(HERE, place).call(work::perform);
        }
    }

    private static void describe(Step step, JobKind kind, JobMessage message) {
        step.put("clipforge.job.id", message.jobId().toString())
                .put("clipforge.job.kind", kind.wireName())
                .put("clipforge.job.attempt", message.attempt())
                .put("messaging.system", "redis")
                .put("messaging.operation.name", "process")
                .put("messaging.operation.type", "process")
                .put("messaging.destination.name", kind.wireName())
                .put("messaging.message.id", message.jobId() + "/" + message.attempt());
    }

    /** Handed back or cancelled is what somebody wanted, and no error. */
    private static void end(Step step, JobOutcome outcome) {
        step.put("clipforge.job.outcome", OutcomeName.of(outcome));
        switch (outcome) {
            case JobOutcome.Completed _, JobOutcome.HandedBack _, JobOutcome.Cancelled _ -> {}
            case JobOutcome.RetryLater _ -> step.fail(OutcomeName.of(outcome));
            case JobOutcome.Failed it -> step.fail(it.problem().code());
        }
    }

    private static @Nullable TraceParent place(JobMessage message) {
        var text = message.traceparent();
        return text == null ? null : TraceParent.find(text).orElse(null);
    }
}
