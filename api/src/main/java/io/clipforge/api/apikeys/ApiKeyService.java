package io.clipforge.api.apikeys;

import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mints, recognises and revokes keys. */
@Singleton
public class ApiKeyService {
    private final ApiKeys keys;
    private final Tenants tenants;
    private final Clock clock;

    ApiKeyService(ApiKeys keys, Tenants tenants, Clock clock) {
        this.keys = keys;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * @param text shown once, never stored
     */
    record Created(ApiKey key, KeyText text) {}

    @TenantTransactional
    Created create(
            String name,
            Environment environment,
            List<String> scopes,
            @Nullable Instant expiresAt) {
        var text = KeyText.mint(environment);
        var key =
                keys.add(
                        name,
                        environment.text(),
                        text.prefix(),
                        text.hash(),
                        scopes.toArray(String[]::new),
                        expiresAt);
        return new Created(key, text);
    }

    /** Mints a key with every scope for an organization, outside of a request; answers its text. */
    public String issue(Tenant tenant, String name) {
        return tenants.call(
                tenant,
                () -> create(name, tenant.environment(), List.of("*"), null).text().value());
    }

    /** The key behind a text, if it may be used now. */
    @Transactional
    Optional<ApiKey> recognise(KeyText text) {
        keys.show(text.hexHash());
        return keys.findShown(text.hexHash()).filter(it -> it.usable(clock.instant()));
    }

    @TenantTransactional
    void noteUse(UUID id) {
        keys.noteUse(id);
    }

    @TenantTransactional
    List<ApiKey> list(@Nullable UUID before, int limit) {
        return keys.list(before, limit);
    }

    @TenantTransactional
    Optional<ApiKey> revoke(UUID id) {
        return keys.revoke(id).stream().findFirst();
    }
}
