package io.clipforge.api.limits;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells in each answer what its request took and what is left, after
 * draft-ietf-httpapi-ratelimit-headers-10. An answer that nothing has changed is free.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestLimits {
    private static final String ATTRIBUTE = "clipforge.limits";

    private final Limits limits;

    RequestLimits(Limits limits) {
        this.limits = limits;
    }

    @SuppressWarnings("unchecked") // nobody else writes this attribute
    static void note(HttpRequest<?> request, Taken taken) {
        var all =
                (List<Taken>)
                        request.getAttribute(ATTRIBUTE, List.class)
                                .orElseGet(ArrayList<Taken>::new);
        all.add(taken);
        request.setAttribute(ATTRIBUTE, all);
    }

    @ResponseFilter
    @SuppressWarnings("unchecked")
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, List.class)
                .map(it -> (List<Taken>) it)
                .map(it -> response.code() == HttpStatus.NOT_MODIFIED.getCode() ? free(it) : it)
                .ifPresent(it -> {
                    response.header("RateLimit-Policy", list(it, Taken::policyItem));
                    response.header("RateLimit", list(it, Taken::item));
                });
    }

    private List<Taken> free(List<Taken> taken) {
        return taken.stream().map(limits::giveBack).toList();
    }

    private static String list(List<Taken> taken, java.util.function.Function<Taken, String> item) {
        return taken.stream().map(item).collect(Collectors.joining(", "));
    }
}
