package io.clipforge.api.webhooks;

import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.EventType;
import io.clipforge.api.generated.model.WebhookEndpointStatus;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as it is stored.
 *
 * @param secret sealed, like the previous one; {@link EndpointSecrets} opens them
 */
@MappedEntity("webhook_endpoints")
record WebhookEndpoint(
        @Id UUID id,
        String environment,
        String url,
        @Nullable String description,
        List<String> eventTypes,
        String status,
        String secret,
        @Nullable String previousSecret,
        @Nullable Instant previousSecretExpiresAt,
        Instant createdAt,
        Instant updatedAt) {

    /** The one before the last rotation, while it still signs. */
    @Nullable String previousSecret(Instant now) {
        boolean signs = previousSecretExpiresAt != null && now.isBefore(previousSecretExpiresAt);
        return signs ? previousSecret : null;
    }

    List<EventType> types() {
        return eventTypes.stream().map(EventType::fromValue).toList();
    }

    io.clipforge.api.generated.model.WebhookEndpoint resource() {
        return new io.clipforge.api.generated.model.WebhookEndpoint(
                        TypeId.WEBHOOK_ENDPOINT.text(id),
                        URI.create(url),
                        types(),
                        WebhookEndpointStatus.fromValue(status),
                        Environment.fromValue(environment),
                        Times.utc(createdAt),
                        Times.utc(updatedAt))
                .description(description);
    }
}
