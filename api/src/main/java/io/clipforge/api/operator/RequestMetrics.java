package io.clipforge.api.operator;

import io.clipforge.api.contract.Contract;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rate, errors and duration of each operation: {@code clipforge.requests}, by the id of the
 * operation in the contract and the class of the status. A stream counts until it begins.
 */
@ServerFilter("/v1/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestMetrics {
    private static final String BEGAN = "clipforge.began_at";
    private static final String NO_OPERATION = "none";

    private final Contract contract;
    private final MeterRegistry registry;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    RequestMetrics(Contract contract, MeterRegistry registry) {
        this.contract = contract;
        this.registry = registry;
    }

    private record Series(String operation, int statusClass) {}

    @RequestFilter
    void begin(HttpRequest<?> request) {
        request.setAttribute(BEGAN, System.nanoTime());
    }

    @ResponseFilter
    void end(HttpRequest<?> request, HttpResponse<?> response) {
        request.getAttribute(BEGAN, Long.class)
                .ifPresent(began ->
                        timer(request, response.code() / 100)
                                .record(Duration.ofNanos(System.nanoTime() - began)));
    }

    private Timer timer(HttpRequest<?> request, int statusClass) {
        return timers.computeIfAbsent(
                new Series(operation(request), statusClass),
                it ->
                        Timer.builder("clipforge.requests")
                                .description("Requests by operation of the contract")
                                .tag("operation", it.operation())
                                .tag("status", it.statusClass() + "xx")
                                .publishPercentileHistogram()
                                .minimumExpectedValue(Duration.ofMillis(1))
                                .maximumExpectedValue(Duration.ofSeconds(10))
                                .register(registry));
    }

    private String operation(HttpRequest<?> request) {
        var method = request.getMethod() == HttpMethod.HEAD ? HttpMethod.GET : request.getMethod();
        return RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance)
                .map(it -> ((UriRouteMatch<?, ?>) it).getRouteInfo().getUriMatchTemplate())
                .flatMap(it -> contract.find(method, it.toPathString()))
                .map(Contract.Operation::operationId)
                .orElse(NO_OPERATION);
    }
}
