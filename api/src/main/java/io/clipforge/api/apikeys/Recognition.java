package io.clipforge.api.apikeys;

import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Finds the key behind a secret before it is known whose it is. */
@Singleton
class Recognition {
    private final ApiKeys keys;
    private final FormerSecrets former;
    private final Tenants tenants;

    Recognition(ApiKeys keys, FormerSecrets former, Tenants tenants) {
        this.keys = keys;
        this.former = former;
        this.tenants = tenants;
    }

    /** Also a key that was revoked or has expired: it is the caller's to ask whether it works. */
    @Transactional
    Optional<Recognised> recognise(String hexHash) {
        keys.show(hexHash);
        return keys.findShown(hexHash)
                .map(it -> new Recognised(it, null))
                .or(() -> former.findShown(hexHash).flatMap(this::replaced));
    }

    private Optional<Recognised> replaced(FormerSecret secret) {
        return tenants.call(secret.tenant(), () -> find(secret.apiKeyId()))
                .map(it -> new Recognised(it, secret.expiresAt()));
    }

    @TenantTransactional
    Optional<ApiKey> find(UUID id) {
        return keys.find(id);
    }

    /** Writes down that the key is in use. */
    void noteUse(ApiKey key) {
        tenants.run(key.tenant(), () -> noteUse(key.id()));
    }

    @TenantTransactional
    void noteUse(UUID id) {
        keys.noteUse(id);
    }
}
