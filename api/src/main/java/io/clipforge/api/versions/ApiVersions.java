package io.clipforge.api.versions;

import io.clipforge.api.contract.Contract;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.security.authentication.Authentication;
import java.util.Optional;

/**
 * A request is made in the version that its header names, else in the one its key was made with,
 * else in the newest. Each answer says which it was.
 */
@ServerFilter("/v1/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
public final class ApiVersions {
    public static final String HEADER = "ClipForge-Version";

    /** Of a caller: the version it is bound to. */
    public static final String PINNED = "api_version";

    private final Contract contract;

    ApiVersions(Contract contract) {
        this.contract = contract;
    }

    /** What a key is bound to that is made now. */
    public String newest() {
        return contract.versions().getLast();
    }

    public String of(HttpRequest<?> request) {
        return request.getHeaders()
                .findFirst(HEADER)
                .filter(contract.versions()::contains)
                .or(() -> pinned(request))
                .orElseGet(this::newest);
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders().set(HEADER, of(request));
    }

    private static Optional<String> pinned(HttpRequest<?> request) {
        return request.getUserPrincipal(Authentication.class)
                .map(it -> it.getAttributes().get(PINNED))
                .map(String::valueOf);
    }
}
