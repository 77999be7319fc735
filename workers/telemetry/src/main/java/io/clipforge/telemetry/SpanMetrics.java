package io.clipforge.telemetry;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** {@code clipforge.traces.spans}, by what became of them: taken, failed or dropped. */
public final class SpanMetrics {
    private SpanMetrics() {}

    /** None where nothing is exported. */
    public static void register(MeterRegistry registry, Spans spans) {
        if (spans.exported()) {
            count(registry, spans, "taken", Spans::taken);
            count(registry, spans, "failed", Spans::failed);
            count(registry, spans, "dropped", Spans::dropped);
        }
    }

    private static void count(
            MeterRegistry registry, Spans spans, String fate, ToDoubleFunction<Spans> figure) {
        FunctionCounter.builder("clipforge.traces.spans", spans, figure)
                .description("Spans by what became of them")
                .tag("fate", fate)
                .register(registry);
    }
}
