package io.clipforge.api.versions;

import io.clipforge.api.contract.Contract;
import io.clipforge.api.contract.Contract.Farewell;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells callers of an operation that will go since when that is so, and when it goes. */
@ServerFilter("/v1/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
final class Deprecations {
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private final Contract contract;

    Deprecations(Contract contract) {
        this.contract = contract;
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        contract.of(request)
                .flatMap(Contract.Operation::farewell)
                .ifPresent(it -> {
                    response.header("Deprecation", since(it));
                    response.header("Sunset", sunset(it));
                });
    }

    /** A structured date (RFC 9745). */
    static String since(Farewell farewell) {
        return "@" + farewell.since().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /** An HTTP date (RFC 8594). */
    static String sunset(Farewell farewell) {
        return HTTP_DATE.format(farewell.sunset().atStartOfDay());
    }
}
