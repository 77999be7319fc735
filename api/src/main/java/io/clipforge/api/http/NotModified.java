package io.clipforge.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Answers 304 to a reader who has the version that is there (RFC 9110, If-None-Match). */
@ServerFilter("/v1/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class NotModified {

    @ResponseFilter
    void compare(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD) {
            return;
        }
        var tag = response.getHeaders().get(HttpHeaders.ETAG);
        if (tag != null && response.code() == HttpStatus.OK.getCode() && known(request, tag)) {
            response.status(HttpStatus.NOT_MODIFIED).body(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        }
    }

    private static boolean known(HttpRequest<?> request, String tag) {
        return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(it -> ETags.list(it).stream())
                .anyMatch(it -> it.equals("*") || it.equals(tag));
    }
}
