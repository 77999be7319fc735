package io.clipforge.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/** Ends up with whoever collects traces, if its trace is sampled. */
record ExportedStep(Span span) implements Step {
    private static final String ERROR = "error.type";

    @Override
    public TraceParent place() {
        var here = span.getSpanContext();
        return new TraceParent(here.getTraceId(), here.getSpanId(), here.isSampled());
    }

    @Override
    public Step rename(String name) {
        span.updateName(name);
        return this;
    }

    @Override
    public Step put(String key, String value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public Step put(String key, long value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public Step fail(String type) {
        span.setAttribute(ERROR, type);
        span.setStatus(StatusCode.ERROR);
        return this;
    }

    @Override
    public void close() {
        span.end();
    }
}
