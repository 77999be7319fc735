package io.clipforge.api.webhooks;

import io.clipforge.api.ids.TypeId;
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
    private final Deliveries deliveries;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookEndpointService(
            WebhookEndpoints endpoints,
            Deliveries deliveries,
            WebhookSettings settings,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    @TenantTransactional
    WebhookEndpoint create(URI url, @Nullable String description, List<String> eventTypes) {
        settings.reach()
                .objection(url)
                .ifPresent(it -> {
                    throw ApiProblem.invalid("/url", "forbidden_address", it.reason() + ".");
                });
        return endpoints.add(
                url.toString(),
                description,
                eventTypes.stream().distinct().toArray(String[]::new),
                Secret.generate(RANDOM).text());
    }

    @TenantTransactional
    WebhookEndpoint get(String id) {
        return TypeId.WEBHOOK_ENDPOINT
                .find(id)
                .flatMap(endpoints::find)
                .orElseThrow(() -> ApiProblem.notFound("webhook endpoint"));
    }

    @TenantTransactional
    List<WebhookEndpoint> list(@Nullable UUID before, int limit) {
        return endpoints.list(before, limit);
    }

    /** A new secret, and until when the previous one signs beside it. */
    record Rotated(Secret secret, Instant previousExpiresAt) {}

    @TenantTransactional
    Rotated rotate(String id) {
        var secret = Secret.generate(RANDOM);
        var overlapUntil = clock.instant().plus(settings.rotationOverlap());
        endpoints.rotate(get(id).id(), secret.text(), overlapUntil);
        return new Rotated(secret, overlapUntil);
    }

    /** What is still to be delivered to it is not delivered any more. */
    @TenantTransactional
    void delete(String id) {
        var endpoint = get(id);
        endpoints.delete(endpoint.id());
        deliveries.cancelAll(endpoint.id());
    }
}
