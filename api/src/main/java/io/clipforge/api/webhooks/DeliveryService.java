package io.clipforge.api.webhooks;

import io.clipforge.api.events.Event;
import io.clipforge.api.events.EventLog;
import io.clipforge.api.generated.model.DeliveryAttempt;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.telemetry.TraceParent;
import io.clipforge.webhooks.Attempt;
import io.clipforge.webhooks.Delivery;
import io.clipforge.webhooks.DeliveryOutcome;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is sent, and what came of it. */
@Singleton
class DeliveryService {
    private final Deliveries deliveries;
    private final WebhookEndpoints endpoints;
    private final EndpointSecrets secrets;
    private final EventLog events;
    private final ObjectMapper json;
    private final Clock clock;

    DeliveryService(
            Deliveries deliveries,
            WebhookEndpoints endpoints,
            EndpointSecrets secrets,
            EventLog events,
            ObjectMapper json,
            Clock clock) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** Empty when the endpoint went away in the meantime. */
    @TenantTransactional
    Optional<Delivery> prepare(DueDelivery due) {
        return deliveries
                .hold(due.id(), due.claimId())
                .flatMap(delivery ->
                        endpoints
                                .find(delivery.webhookEndpointId())
                                .map(endpoint -> message(delivery, endpoint)));
    }

    /** What ends an endpoint holds it first, as deleting it does, and only then its deliveries. */
    @TenantTransactional
    void record(DueDelivery due, DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.Gone) {
            endpoints.hold(due.webhookEndpointId());
        }
        deliveries.hold(due.id(), due.claimId()).ifPresent(it -> record(it, outcome));
    }

    @TenantTransactional
    StoredDelivery get(String id) {
        return TypeId.DELIVERY
                .find(id)
                .flatMap(deliveries::find)
                .orElseThrow(() -> ApiProblem.notFound("delivery"));
    }

    @TenantTransactional
    List<StoredDelivery> list(
            UUID before,
            @Nullable UUID endpointId,
            @Nullable UUID eventId,
            @Nullable String status,
            int limit) {
        return deliveries.list(before, endpointId, eventId, status, limit);
    }

    @TenantTransactional
    StoredDelivery resend(String id) {
        return deliveries.resend(get(id).id());
    }

    private Delivery message(StoredDelivery delivery, WebhookEndpoint endpoint) {
        var event = events.get(delivery.eventId());
        return new Delivery(
                TypeId.EVENT.text(event.id()),
                URI.create(endpoint.url()),
                secrets.signing(endpoint, clock.instant()),
                text(event.resource()),
                headers(event),
                delivery.attempts().size() + 1);
    }

    /** The place in a trace lets a receiver find what it is told of in its own traces. */
    private static Map<String, String> headers(Event event) {
        var headers = new HashMap<String, String>();
        headers.put("webhook-sequence", Long.toString(event.sequence()));
        if (event.traceparent() != null) {
            headers.put(TraceParent.HEADER, event.traceparent());
        }
        return headers;
    }

    private void record(StoredDelivery delivery, DeliveryOutcome outcome) {
        var attempts =
                Stream.concat(delivery.attempts().stream(), Stream.of(resource(outcome.attempt())))
                        .toList();
        switch (outcome) {
            case DeliveryOutcome.Delivered _ -> end(delivery, "delivered", attempts);
            case DeliveryOutcome.RetryAt(_, Instant at) ->
                    deliveries.record(delivery.id(), "pending", attempts, at);
            case DeliveryOutcome.Exhausted _, DeliveryOutcome.Refused _ ->
                    end(delivery, "failed", attempts);
            case DeliveryOutcome.Gone _ -> {
                end(delivery, "failed", attempts);
                endpoints.disable(delivery.webhookEndpointId());
                deliveries.cancelAll(delivery.webhookEndpointId());
            }
        }
    }

    private void end(StoredDelivery delivery, String status, List<DeliveryAttempt> attempts) {
        deliveries.record(delivery.id(), status, attempts, null);
    }

    private static DeliveryAttempt resource(Attempt attempt) {
        return new DeliveryAttempt(
                        attempt.number(), Times.utc(attempt.startedAt()), attempt.took().toMillis())
                .responseStatus(attempt.status())
                .responseExcerpt(attempt.excerpt())
                .error(attempt.failure());
    }

    private String text(Object event) {
        try {
            return json.writeValueAsString(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
