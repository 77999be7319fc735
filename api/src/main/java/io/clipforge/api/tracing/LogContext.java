package io.clipforge.api.tracing;

import io.clipforge.api.requests.RequestIds;
import io.clipforge.telemetry.TraceParent;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.HashMap;

/** Lets each line that is logged for a request name the request, and the trace it belongs to. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class LogContext {

    @RequestFilter
    void name(HttpRequest<?> request, MutablePropagatedContext context) {
        var names = new HashMap<String, String>();
        names.put("request_id", RequestIds.of(request));
        request.getHeaders()
                .findFirst(TraceParent.HEADER)
                .flatMap(TraceParent::find)
                .ifPresent(it -> {
                    Traces.put(request, it);
                    names.put("trace_id", it.traceId());
                    names.put("parent_span_id", it.parentId());
                });
        context.add(new MdcPropagationContext(names));
    }
}
