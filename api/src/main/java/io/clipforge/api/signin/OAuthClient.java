package io.clipforge.api.signin;

import io.clipforge.api.generated.model.CreatedOAuthClient;
import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.Scope;
import io.clipforge.api.http.Times;
import io.clipforge.api.identity.OpaqueToken;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.tenancy.Tenant;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client as it is stored, without the hash of its secret. */
@MappedEntity("oauth_clients")
record OAuthClient(
        @Id UUID id,
        UUID orgId,
        String name,
        String environment,
        List<String> scopes,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        Instant createdAt,
        Instant updatedAt) {

    String clientId() {
        return TypeId.OAUTH_CLIENT.text(id);
    }

    Tenant tenant() {
        return new Tenant(orgId, Tenant.Environment.of(environment));
    }

    io.clipforge.api.generated.model.OAuthClient resource() {
        return new io.clipforge.api.generated.model.OAuthClient(
                        clientId(),
                        name,
                        granted(),
                        Environment.fromValue(environment),
                        Times.utc(createdAt),
                        Times.utc(updatedAt))
                .lastUsedAt(Times.utcOrNull(lastUsedAt))
                .revokedAt(Times.utcOrNull(revokedAt));
    }

    CreatedOAuthClient resource(OpaqueToken secret) {
        return new CreatedOAuthClient(
                clientId(),
                name,
                granted(),
                Environment.fromValue(environment),
                secret.value(),
                Times.utc(createdAt),
                Times.utc(updatedAt));
    }

    private List<Scope> granted() {
        return scopes.stream().map(Scope::fromValue).toList();
    }
}
