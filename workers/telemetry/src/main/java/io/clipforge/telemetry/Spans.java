package io.clipforge.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the steps of traces and sends them by OTLP over HTTP; without an address to send them to,
 * it loads nothing, starts no thread and only carries the places of others on.
 *
 * <p>Spans wait in a bounded queue for a thread of their own: whoever makes a step never waits for
 * the collector, and what does not fit is dropped and counted. Thread-safe.
 */
public final class Spans implements AutoCloseable {
    private static final int FAREWELL_SECONDS = 3;

    private final @Nullable Pipeline pipeline;
    private final @Nullable Tracer tracer;

    private Spans(@Nullable Pipeline pipeline) {
        this.pipeline = pipeline;
        this.tracer = pipeline == null ? null : pipeline.sdk().getTracer("io.clipforge");
    }

    /** Nothing is exported. */
    public static Spans none() {
        return new Spans(null);
    }

    /**
     * As the standard settings of OpenTelemetry say, such as {@code otel.traces.sampler}.
     *
     * @param service what this process is called unless the settings name it
     * @param settings by their names as properties; environment variables and system properties of
     *     OpenTelemetry go before them. Without {@code otel.exporter.otlp.endpoint} or {@code
     *     otel.exporter.otlp.traces.endpoint}, or with {@code otel.sdk.disabled}, nothing is
     *     exported
     * @throws RuntimeException when the settings make no sense
     */
    public static Spans of(String service, Map<String, String> settings) {
        return Pipeline.wanted(settings)
                ? new Spans(Pipeline.start(service, settings))
                : new Spans(null);
    }

    /** Whether anybody is told. */
    public boolean exported() {
        return tracer != null;
    }

    /**
     * Begins a step; close it.
     *
     * @param under what brought it about; absent begins a trace, if there is someone to be told
     */
    public Step begin(String name, Step.Kind kind, @Nullable TraceParent under) {
        if (tracer == null) {
            return new CarriedStep(under);
        }
        return new ExportedStep(
                tracer.spanBuilder(name)
                        .setSpanKind(SpanKind.valueOf(kind.name()))
                        .setParent(under == null ? Context.root() : context(under))
                        .startSpan());
    }

    /** How many spans were given up because too many waited already. */
    public long dropped() {
        return pipeline == null ? 0 : pipeline.queue().dropped();
    }

    /** How many spans the collector did not take. */
    public long failed() {
        return pipeline == null ? 0 : pipeline.exports().failed();
    }

    /** How many spans the collector took. */
    public long taken() {
        return pipeline == null ? 0 : pipeline.exports().taken();
    }

    /** Sends what waits, as far as that takes no longer than three seconds. */
    @Override
    public void close() {
        if (pipeline != null) {
            pipeline.sdk()
                    .getSdkTracerProvider()
                    .shutdown()
                    .join(FAREWELL_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static Context context(TraceParent place) {
        var flags = place.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault();
        return Context.root()
                .with(
                        Span.wrap(
                                SpanContext.createFromRemoteParent(
                                        place.traceId(),
                                        place.parentId(),
                                        flags,
                                        TraceState.getDefault())));
    }
}
