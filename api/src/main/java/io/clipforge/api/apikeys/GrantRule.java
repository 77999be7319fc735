package io.clipforge.api.apikeys;

import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.requests.Network;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.Tenants;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Nobody makes, or gets the secret of, a key that may do more than he may himself. */
@Singleton
public final class GrantRule {
    private final SecurityService security;
    private final Tenants tenants;

    GrantRule(SecurityService security, Tenants tenants) {
        this.security = security;
        this.tenants = tenants;
    }

    /**
     * Refuses what the caller has not got.
     *
     * @param networks where the key may be used from; none means from everywhere
     */
    public void require(Environment environment, List<String> scopes, List<Network> networks) {
        if (tenants.current().environment() == Environment.TEST
                && environment != Environment.TEST) {
            throw refusal("A test key makes test keys only.");
        }
        var own = security.getAuthentication().map(Authentication::getRoles).orElse(List.of());
        if (!own.contains(ScopeRule.EVERY_SCOPE) && !own.containsAll(scopes)) {
            throw refusal("A key can only give scopes that it has itself.");
        }
        var bounds = bounds();
        if (!bounds.isEmpty()
                && (networks.isEmpty() || !networks.stream().allMatch(it -> within(bounds, it)))) {
            throw refusal("A key that is bound to addresses makes keys bound to those or fewer.");
        }
    }

    private List<Network> bounds() {
        return security.getAuthentication().stream()
                .map(it -> it.getAttributes().get(Finding.ALLOWED_IPS))
                .flatMap(it -> it instanceof List<?> texts ? texts.stream() : Stream.empty())
                .map(String::valueOf)
                .map(Network::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean within(List<Network> bounds, Network network) {
        return bounds.stream().anyMatch(it -> it.holds(network));
    }

    private static ApiProblem refusal(String detail) {
        return ApiProblem.of(ProblemType.FORBIDDEN, detail);
    }
}
