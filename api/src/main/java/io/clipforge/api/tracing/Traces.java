package io.clipforge.api.tracing;

import io.clipforge.telemetry.TraceParent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Knows where in a trace the work of the current thread stands: at the request that it serves, or
 * at what this replica does later because of one.
 */
@Singleton
public final class Traces {
    private static final ScopedValue<TraceParent> HERE = ScopedValue.newInstance();

    /** Names in the log. */
    static final String TRACE_ID = "trace_id";

    static final String SPAN_ID = "span_id";
    private static final String PLACE = "clipforge.trace";

    /**
     * To be kept with what this work brings about, as W3C Trace Context writes it; null when the
     * work belongs to no trace.
     */
    public @Nullable String here() {
        return place().map(TraceParent::text).orElse(null);
    }

    Optional<TraceParent> place() {
        return HERE.isBound()
                ? Optional.of(HERE.get())
                : ServerRequestContext.currentRequest().flatMap(Traces::of);
    }

    /** Works at that place, and lets each line that is logged meanwhile name it. */
    static <R, X extends Throwable> R at(
            @Nullable TraceParent place, ScopedValue.CallableOp<R, X> work) throws X {
        if (place == null) {
            return work.call();
        }
        try (var _ = MDC.putCloseable(TRACE_ID, place.traceId());
                var _ = MDC.putCloseable(SPAN_ID, place.parentId())) {
            return ScopedValue.where(HERE, place).call(work);
        }
    }

    static void put(HttpRequest<?> request, @Nullable TraceParent place) {
        request.setAttribute(PLACE, place);
    }

    static Optional<TraceParent> of(HttpRequest<?> request) {
        return request.getAttribute(PLACE, TraceParent.class);
    }
}
