package io.clipforge.api.apikeys;

import io.clipforge.api.generated.model.CreatedApiKey;
import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.RevocationReason;
import io.clipforge.api.generated.model.Scope;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.requests.Network;
import io.clipforge.api.tenancy.Tenant;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is stored, without its hash.
 *
 * @param allowedIps networks it may be used from; none means from everywhere
 * @param apiVersion in which its requests are made that name no other
 */
@MappedEntity("api_keys")
record ApiKey(
        @Id UUID id,
        UUID orgId,
        String name,
        String environment,
        String prefix,
        List<String> scopes,
        List<String> allowedIps,
        String apiVersion,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable String revocationReason,
        @Nullable String leakFoundAtUrl,
        Instant createdAt,
        Instant updatedAt) {

    boolean usable(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** To the minute is enough: reading must not write all the time. */
    boolean useIsNews(Instant now) {
        return lastUsedAt == null || lastUsedAt.isBefore(now.minusSeconds(60));
    }

    String text() {
        return TypeId.API_KEY.text(id);
    }

    Tenant tenant() {
        return new Tenant(orgId, Tenant.Environment.of(environment));
    }

    /** They were checked when the key was made. */
    List<Network> networks() {
        return allowedIps.stream().map(it -> Network.find(it).orElseThrow()).toList();
    }

    io.clipforge.api.generated.model.ApiKey resource() {
        return new io.clipforge.api.generated.model.ApiKey(
                        text(),
                        name,
                        prefix,
                        shownScopes(),
                        Environment.fromValue(environment),
                        allowedIps,
                        apiVersion,
                        Times.utc(createdAt),
                        Times.utc(updatedAt))
                .expiresAt(Times.utcOrNull(expiresAt))
                .lastUsedAt(Times.utcOrNull(lastUsedAt))
                .revokedAt(Times.utcOrNull(revokedAt))
                .revocationReason(
                        revocationReason == null
                                ? null
                                : RevocationReason.fromValue(revocationReason))
                .leakFoundAtUrl(leakFoundAtUrl);
    }

    CreatedApiKey resource(KeyText secret) {
        return new CreatedApiKey(
                        text(),
                        name,
                        prefix,
                        shownScopes(),
                        Environment.fromValue(environment),
                        allowedIps,
                        apiVersion,
                        secret.value(),
                        Times.utc(createdAt),
                        Times.utc(updatedAt))
                .expiresAt(Times.utcOrNull(expiresAt));
    }

    private List<Scope> shownScopes() {
        return scopes.contains(ScopeRule.EVERY_SCOPE)
                ? Arrays.asList(Scope.values())
                : scopes.stream().map(Scope::fromValue).toList();
    }
}
