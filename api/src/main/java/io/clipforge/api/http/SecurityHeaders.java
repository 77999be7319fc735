package io.clipforge.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** What every answer tells browsers and caches, unless the operation says something else. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class SecurityHeaders {
    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var headers = response.getHeaders();
        set(headers, "Strict-Transport-Security", TWO_YEARS);
        set(headers, "X-Content-Type-Options", "nosniff");
        set(headers, "Referrer-Policy", "no-referrer");
        set(headers, "X-Frame-Options", "DENY");
        set(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (request.getPath().startsWith("/v1/")) {
            set(headers, HttpHeaders.CACHE_CONTROL, caching(headers));
        }
    }

    /**
     * What has an entity tag may be kept by its reader, who asks each time whether it still holds.
     */
    private static String caching(HttpHeaders headers) {
        return headers.contains(HttpHeaders.ETAG) ? "private, no-cache" : "private, no-store";
    }

    private static void set(MutableHttpHeaders headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
