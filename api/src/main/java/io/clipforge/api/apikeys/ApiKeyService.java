package io.clipforge.api.apikeys;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.events.EventLog;
import io.clipforge.api.generated.model.EventType;
import io.clipforge.api.generated.model.RevocationReason;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.api.versions.ApiVersions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mints, rerolls and revokes keys. */
@Singleton
public class ApiKeyService {
    private static final String LEAK = "reportLeakedApiKey";

    private final ApiKeys keys;
    private final FormerSecrets former;
    private final KnownKeys known;
    private final EventLog events;
    private final AuditTrail audit;
    private final ApiVersions versions;
    private final Tenants tenants;
    private final Clock clock;

    ApiKeyService(
            ApiKeys keys,
            FormerSecrets former,
            KnownKeys known,
            EventLog events,
            AuditTrail audit,
            ApiVersions versions,
            Tenants tenants,
            Clock clock) {
        this.keys = keys;
        this.former = former;
        this.known = known;
        this.events = events;
        this.audit = audit;
        this.versions = versions;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * @param text shown once, never stored
     */
    record Created(ApiKey key, KeyText text) {}

    @TenantTransactional
    Created create(NewKey wanted) {
        var text = KeyText.mint(wanted.environment());
        var key =
                keys.add(
                        wanted.name(),
                        wanted.environment().text(),
                        text.prefix(),
                        text.hash(),
                        wanted.scopes().toArray(String[]::new),
                        wanted.allowedIps().toArray(String[]::new),
                        versions.newest(),
                        wanted.expiresAt());
        audit.record("createApiKey", key.text(), null, key.resource());
        return new Created(key, text);
    }

    /** Mints a key with every scope for an organization, outside of a request; answers its text. */
    public String issue(Tenant tenant, String name) {
        var wanted =
                new NewKey(
                        name,
                        tenant.environment(),
                        List.of(ScopeRule.EVERY_SCOPE),
                        List.of(),
                        null);
        return tenants.call(tenant, () -> create(wanted).text().value());
    }

    @TenantTransactional
    ApiKey get(String id) {
        return TypeId.API_KEY
                .find(id)
                .flatMap(keys::find)
                .orElseThrow(() -> ApiProblem.notFound("API key"));
    }

    @TenantTransactional
    List<ApiKey> list(UUID before, int limit) {
        return keys.list(before, limit);
    }

    /** Gives the key another secret; those it had work on for a while. */
    Created reroll(ApiKey key, Duration overlap) {
        var created = tenants.call(key.tenant(), () -> replaceSecret(key.id(), overlap));
        known.forget(key);
        return created;
    }

    @TenantTransactional
    Created replaceSecret(UUID id, Duration overlap) {
        var now = clock.instant();
        var key = keys.lock(id).orElseThrow(() -> ApiProblem.notFound("API key"));
        if (!key.usable(now)) {
            throw ApiProblem.of(
                    ProblemType.CONFLICT, "The key was revoked or has expired; make a new one.");
        }
        var text = KeyText.mint(key.tenant().environment());
        former.endBy(id, now.plus(overlap));
        former.forgetExpired(id);
        if (overlap.isPositive()) {
            former.keep(id, now.plus(overlap));
        }
        var rerolled = keys.replaceSecret(id, text.prefix(), text.hash()).getFirst();
        audit.record("rerollApiKey", key.text(), key.resource(), rerolled.resource());
        return new Created(rerolled, text);
    }

    /** For good. A key that is revoked already stays as it is. */
    void revoke(ApiKey key, RevocationReason reason, @Nullable String foundAtUrl) {
        tenants.run(key.tenant(), () -> end(key.id(), reason, foundAtUrl));
        known.forget(key);
    }

    @TenantTransactional
    void end(UUID id, RevocationReason reason, @Nullable String foundAtUrl) {
        var before = keys.lock(id).orElseThrow(() -> ApiProblem.notFound("API key"));
        var revoked = keys.revoke(id, reason.getValue(), foundAtUrl);
        revoked.forEach(it -> events.append(EventType.API_KEY_REVOKED, it.text(), it.resource()));
        var after = revoked.isEmpty() ? before : revoked.getFirst();
        audit.record(
                reason == RevocationReason.LEAKED ? LEAK : "revokeApiKey",
                before.text(),
                before.resource(),
                after.resource());
    }

    /** Stops one replaced secret of a key before its time. */
    void endFormer(ApiKey key, String hexHash) {
        tenants.run(key.tenant(), () -> endFormer(hexHash, key));
        known.forget(key);
    }

    @TenantTransactional
    void endFormer(String hexHash, ApiKey key) {
        former.end(hexHash);
        audit.record(LEAK, key.text(), key.resource(), key.resource());
    }
}
