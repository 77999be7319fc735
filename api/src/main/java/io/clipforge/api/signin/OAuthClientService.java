package io.clipforge.api.signin;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.identity.OpaqueToken;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.TenantTransactional;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes, recognises and revokes OAuth clients. */
@Singleton
class OAuthClientService {
    private static final String SECRET_PREFIX = "cfs_";

    private final OAuthClients clients;
    private final AuditTrail audit;

    OAuthClientService(OAuthClients clients, AuditTrail audit) {
        this.clients = clients;
        this.audit = audit;
    }

    /**
     * @param secret shown once, never stored
     */
    record Created(OAuthClient client, OpaqueToken secret) {}

    @TenantTransactional
    Created create(String name, Environment environment, List<String> scopes) {
        var secret = OpaqueToken.mint(SECRET_PREFIX);
        var client =
                clients.add(
                        name,
                        environment.text(),
                        secret.hexHash(),
                        scopes.stream().distinct().toArray(String[]::new));
        audit.record("createOAuthClient", client.clientId(), null, client.resource());
        return new Created(client, secret);
    }

    /** The client that an id and a secret belong to, if it may be used now. */
    @Transactional
    Optional<OAuthClient> recognise(String clientId, OpaqueToken secret) {
        clients.show(secret.hexHash());
        return clients.findShown(secret.hexHash()).filter(it -> it.clientId().equals(clientId));
    }

    /** Nothing for one that was revoked. */
    @TenantTransactional
    Optional<OAuthClient> usable(UUID id) {
        return clients.findUsable(id);
    }

    @TenantTransactional
    void noteUse(UUID id) {
        clients.noteUse(id);
    }

    @TenantTransactional
    List<OAuthClient> list(UUID before, int limit) {
        return clients.list(before, limit);
    }

    @TenantTransactional
    Optional<OAuthClient> revoke(UUID id) {
        return clients.hold(id)
                .map(before -> {
                    var after = clients.revoke(id);
                    audit.record(
                            "revokeOAuthClient",
                            before.clientId(),
                            before.resource(),
                            after.resource());
                    return after;
                });
    }
}
