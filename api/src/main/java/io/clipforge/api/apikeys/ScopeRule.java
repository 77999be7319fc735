package io.clipforge.api.apikeys;

import io.clipforge.api.contract.Contract;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
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
        if (request == null) {
            return Mono.just(SecurityRuleResult.UNKNOWN);
        }
        return Mono.just(
                contract.of(request)
                        .map(it -> allows(caller, it, expanded(request, it)))
                        .orElse(SecurityRuleResult.UNKNOWN));
    }

    private static SecurityRuleResult allows(
            @Nullable Authentication caller,
            Contract.Operation operation,
            Stream<String> expanded) {
        if (operation.open()) {
            return SecurityRuleResult.ALLOWED;
        }
        if (caller == null) {
            return SecurityRuleResult.REJECTED;
        }
        Collection<String> scopes = caller.getRoles();
        return scopes.contains(EVERY_SCOPE)
                        || Stream.concat(Stream.of(operation.scope()), expanded)
                                .allMatch(scopes::contains)
                ? SecurityRuleResult.ALLOWED
                : SecurityRuleResult.REJECTED;
    }

    /**
     * The scopes of what is asked for beside; names that the contract does not know are refused
     * later.
     */
    private static Stream<String> expanded(HttpRequest<?> request, Contract.Operation operation) {
        return operation.expansions().isEmpty()
                ? Stream.empty()
                : request.getParameters().getAll("expand").stream()
                        .flatMap(it -> Stream.of(it.split(",", -1)))
                        .map(it -> operation.expansions().get(it.strip()))
                        .filter(Objects::nonNull);
    }
}
