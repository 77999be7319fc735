package io.clipforge.api.limits;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Takes one request from its caller's quota. It stands among the rules of security, as the first,
 * because there the caller is known and nothing has been decided yet: also a request that is then
 * forbidden counts.
 */
@Singleton
final class RequestLimit implements SecurityRule<HttpRequest<?>> {
    private final Limits limits;

    RequestLimit(Limits limits) {
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Publisher<SecurityRuleResult> check(
            @Nullable HttpRequest<?> request, @Nullable Authentication caller) {
        if (request == null || caller == null) {
            return Mono.just(SecurityRuleResult.UNKNOWN);
        }
        return Mono.fromFuture(limits.ask(Policy.REQUESTS, caller.getName()), true)
                .map(it -> {
                    RequestLimits.note(request, it);
                    Limits.require(it);
                    return SecurityRuleResult.UNKNOWN;
                });
    }
}
