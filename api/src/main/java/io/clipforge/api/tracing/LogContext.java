package io.clipforge.api.tracing;

import io.clipforge.api.requests.RequestIds;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.HashMap;
import java.util.Map;

/** Lets each line that is logged for a request name the request, and its place in a trace. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class LogContext {

    @RequestFilter
    void name(HttpRequest<?> request, MutablePropagatedContext context) {
        context.add(new MdcPropagationContext(names(request)));
    }

    static Map<String, String> names(HttpRequest<?> request) {
        var names = new HashMap<String, String>();
        names.put("request_id", RequestIds.of(request));
        Traces.of(request)
                .ifPresent(it -> {
                    names.put(Traces.TRACE_ID, it.traceId());
                    names.put(Traces.SPAN_ID, it.parentId());
                });
        return names;
    }
}
