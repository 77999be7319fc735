package io.clipforge.local.bench.processes;

import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import java.util.List;
import java.util.UUID;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Takes everybody for one organization: to measure what it costs to find out who calls. */
record OnlyCaller(Authentication caller) implements AuthenticationFetcher<HttpRequest<?>> {
    private static final String EVERY_SCOPE = "*";

    static OnlyCaller of(String organization) {
        var tenant = new Tenant(UUID.fromString(organization), Environment.LIVE);
        return new OnlyCaller(
                Authentication.build("bench", List.of(EVERY_SCOPE), tenant.attributes()));
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.just(caller);
    }
}
