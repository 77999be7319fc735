package io.clipforge.api.apikeys;

import io.clipforge.api.contract.Contract;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Lets a request pass when its caller has the scope that the contract asks for. */
@Singleton
final class ScopeRule implements SecurityRule<HttpRequest<?>> {
    static final String EVERY_SCOPE = "*";

    private final Contract contract;

    ScopeRule(Contract contract) {
        this.contract = contract;
    }

    /**
     * Before the rules of annotations: the contract decides on its own operations. What a request
     * costs is taken before.
     */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Publisher<SecurityRuleResult> check(
            @Nullable HttpRequest<?> request, @Nullable Authentication caller) {
        return Mono.just(
                Optional.ofNullable(request)
                        .flatMap(contract::of)
                        .map(it -> allows(caller, it))
                        .orElse(SecurityRuleResult.UNKNOWN));
    }

    private static SecurityRuleResult allows(
            @Nullable Authentication caller, Contract.Operation operation) {
        if (operation.open()) {
            return SecurityRuleResult.ALLOWED;
        }
        if (caller == null) {
            return SecurityRuleResult.REJECTED;
        }
        Collection<String> scopes = caller.getRoles();
        return scopes.contains(EVERY_SCOPE) || scopes.contains(operation.scope())
                ? SecurityRuleResult.ALLOWED
                : SecurityRuleResult.REJECTED;
    }
}
