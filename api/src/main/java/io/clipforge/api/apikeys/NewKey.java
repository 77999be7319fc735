package io.clipforge.api.apikeys;

import io.clipforge.api.generated.model.NewApiKey;
import io.clipforge.api.generated.model.Scope;
import io.clipforge.api.http.Items;
import io.clipforge.api.http.Times;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.requests.Network;
import io.clipforge.api.tenancy.Tenant.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A key to make. */
record NewKey(
        String name,
        Environment environment,
        List<String> scopes,
        List<String> allowedIps,
        @Nullable Instant expiresAt) {

    /** Refuses what is no network. */
    static NewKey from(NewApiKey body) {
        var ips =
                Items.of(
                        "/allowed_ips",
                        Objects.requireNonNullElse(body.getAllowedIps(), List.of()));
        for (int i = 0; i < ips.size(); i++) {
            if (Network.find(ips.get(i)).isEmpty()) {
                throw ApiProblem.invalid(
                        "/allowed_ips/" + i,
                        "not_a_network",
                        "It must be an address or a network, such as 203.0.113.0/24 or 2001:db8::/48.");
            }
        }
        return new NewKey(
                body.getName(),
                Environment.of(body.getEnvironment().getValue()),
                Items.of("/scopes", body.getScopes()).stream()
                        .map(Scope::getValue)
                        .distinct()
                        .toList(),
                ips.stream().distinct().toList(),
                Times.instantOrNull(body.getExpiresAt()));
    }

    List<Network> networks() {
        return allowedIps.stream().map(it -> Network.find(it).orElseThrow()).toList();
    }
}
