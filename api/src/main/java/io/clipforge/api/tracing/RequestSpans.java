package io.clipforge.api.tracing;

import io.clipforge.api.contract.Contract;
import io.clipforge.api.requests.RequestIds;
import io.clipforge.telemetry.Scrubber;
import io.clipforge.telemetry.Spans;
import io.clipforge.telemetry.Step;
import io.clipforge.telemetry.TraceParent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;

/**
 * One span for each request, in the trace of its caller if it names one. It says where a request
 * went and how it ended, by the conventions of OpenTelemetry for HTTP, and never what it carried:
 * no query, no header, no body. A stream ends with its first byte.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestSpans {
    private static final String STEP = "clipforge.step";

    /** Whoever watches over us asks every few seconds, and would fill every trace. */
    private static final List<String> WATCHERS = List.of("/health", "/prometheus");

    private final Spans spans;
    private final Contract contract;

    RequestSpans(Spans spans, Contract contract) {
        this.spans = spans;
        this.contract = contract;
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        var caller = request.getHeaders().findFirst(TraceParent.HEADER).flatMap(TraceParent::find);
        if (!spans.exported() || watches(request)) {
            caller.ifPresent(it -> Traces.put(request, it));
            return;
        }
        var method = request.getMethodName();
        var step = spans.begin(method, Step.Kind.SERVER, caller.orElse(null));
        request.setAttribute(STEP, step);
        Traces.put(request, step.place());
        step.put("http.request.method", method)
                .put("url.scheme", request.isSecure() ? "https" : "http")
                .put("clipforge.request_id", RequestIds.of(request));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, HttpResponse<?> response) {
        request.getAttribute(STEP, Step.class).ifPresent(it -> end(it, request, response.code()));
    }

    private void end(Step step, HttpRequest<?> request, int status) {
        try (step) {
            contract.of(request)
                    .ifPresent(it ->
                            step.rename(it.operationId())
                                    .put("http.route", it.path())
                                    .put("url.path", Scrubber.scrub(request.getPath())));
            step.put("http.response.status_code", status);
            if (status >= 500) {
                step.fail(Integer.toString(status));
            }
        }
    }

    private static boolean watches(HttpRequest<?> request) {
        var path = request.getPath();
        return WATCHERS.stream().anyMatch(path::startsWith);
    }
}
