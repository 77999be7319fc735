package io.clipforge.api.webhooks;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.ids.UuidV7;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.webhooks.Secret;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Endpoints of the current tenant. */
@Singleton
class WebhookEndpointService {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WebhookEndpoints endpoints;
    private final EndpointSecrets secrets;
    private final Deliveries deliveries;
    private final WebhookSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    WebhookEndpointService(
            WebhookEndpoints endpoints,
            EndpointSecrets secrets,
            Deliveries deliveries,
            WebhookSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param secret shown once, and stored sealed
     */
    record Created(WebhookEndpoint endpoint, Secret secret) {}

    @TenantTransactional
    Created create(URI url, @Nullable String description, List<String> eventTypes) {
        settings.reach()
                .objection(url)
                .ifPresent(it -> {
                    throw ApiProblem.invalid("/url", "forbidden_address", it.reason() + ".");
                });
        var id = UuidV7.next();
        var secret = Secret.generate(RANDOM);
        var endpoint =
                endpoints.add(
                        id,
                        url.toString(),
                        description,
                        eventTypes.stream().distinct().toArray(String[]::new),
                        secrets.seal(id, secret));
        audit.record("createWebhookEndpoint", text(endpoint), null, endpoint.resource());
        return new Created(endpoint, secret);
    }

    @TenantTransactional
    WebhookEndpoint get(String id) {
        return TypeId.WEBHOOK_ENDPOINT
                .find(id)
                .flatMap(endpoints::find)
                .orElseThrow(() -> ApiProblem.notFound("webhook endpoint"));
    }

    @TenantTransactional
    List<WebhookEndpoint> list(UUID before, int limit) {
        return endpoints.list(before, limit);
    }

    /** A new secret, and until when the previous one signs beside it. */
    record Rotated(Secret secret, Instant previousExpiresAt) {}

    @TenantTransactional
    Rotated rotate(String id) {
        var secret = Secret.generate(RANDOM);
        var overlapUntil = clock.instant().plus(settings.rotationOverlap());
        var before = get(id);
        endpoints.rotate(before.id(), secrets.seal(before.id(), secret), overlapUntil);
        audit.record("rotateWebhookSecret", id, before.resource(), get(id).resource());
        return new Rotated(secret, overlapUntil);
    }

    /** A previous secret that signs no more is forgotten. */
    @TenantTransactional
    void sealAnew(UUID id) {
        endpoints
                .hold(id)
                .ifPresent(it -> {
                    var previous = it.previousSecret(clock.instant());
                    endpoints.keepSecrets(
                            id,
                            secrets.sealAnew(id, it.secret()),
                            previous == null ? null : secrets.sealAnew(id, previous),
                            previous == null ? null : it.previousSecretExpiresAt());
                });
    }

    /** What is still to be delivered to it is not delivered any more. */
    @TenantTransactional
    void delete(String id) {
        var endpoint = get(id);
        endpoints.delete(endpoint.id());
        deliveries.cancelAll(endpoint.id());
        audit.record("deleteWebhookEndpoint", id, endpoint.resource(), null);
    }

    private static String text(WebhookEndpoint endpoint) {
        return TypeId.WEBHOOK_ENDPOINT.text(endpoint.id());
    }
}
