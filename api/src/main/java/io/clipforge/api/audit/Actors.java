package io.clipforge.api.audit;

import io.clipforge.api.requests.ClientAddress;
import io.clipforge.api.requests.RequestIds;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Who acts now: the caller of the request in hand, or the system by itself. */
@Singleton
final class Actors {
    private static final String SYSTEM = "system";
    private static final String ANYONE = "anyone";

    private final SecurityService security;
    private final ClientAddress addresses;

    Actors(SecurityService security, ClientAddress addresses) {
        this.security = security;
        this.addresses = addresses;
    }

    /**
     * @param name the caller's id, such as {@code key_…}; {@code anyone} for a caller whom we do
     *     not know, {@code system} for what no request asked for
     */
    record Actor(String name, @Nullable String address, @Nullable String requestId) {}

    Actor current() {
        return ServerRequestContext.currentRequest()
                .map(this::caller)
                .orElseGet(() -> new Actor(SYSTEM, null, null));
    }

    private Actor caller(HttpRequest<?> request) {
        return new Actor(
                security.getAuthentication().map(Authentication::getName).orElse(ANYONE),
                addresses.of(request).getHostAddress(),
                RequestIds.of(request));
    }
}
