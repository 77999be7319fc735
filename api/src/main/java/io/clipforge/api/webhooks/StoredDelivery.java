package io.clipforge.api.webhooks;

import io.clipforge.api.generated.model.Delivery;
import io.clipforge.api.generated.model.DeliveryAttempt;
import io.clipforge.api.generated.model.DeliveryStatus;
import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.EventType;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery as it is stored. */
@MappedEntity("deliveries")
record StoredDelivery(
        @Id UUID id,
        String environment,
        UUID eventId,
        String eventType,
        UUID webhookEndpointId,
        String status,
        @TypeDef(type = DataType.JSON) List<DeliveryAttempt> attempts,
        @Nullable Instant nextAttemptAt,
        Instant createdAt,
        Instant updatedAt) {

    Delivery resource() {
        return new Delivery(
                        TypeId.DELIVERY.text(id),
                        TypeId.EVENT.text(eventId),
                        EventType.fromValue(eventType),
                        TypeId.WEBHOOK_ENDPOINT.text(webhookEndpointId),
                        DeliveryStatus.fromValue(status),
                        attempts,
                        Environment.fromValue(environment),
                        Times.utc(createdAt),
                        Times.utc(updatedAt))
                .nextAttemptAt(Times.utcOrNull(nextAttemptAt));
    }
}
