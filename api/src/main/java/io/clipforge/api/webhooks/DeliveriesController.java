package io.clipforge.api.webhooks;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.events.EventLog;
import io.clipforge.api.generated.DeliveriesApi;
import io.clipforge.api.generated.model.Delivery;
import io.clipforge.api.generated.model.DeliveryPage;
import io.clipforge.api.generated.model.DeliveryStatus;
import io.clipforge.api.http.Paging;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class DeliveriesController implements DeliveriesApi {
    private final DeliveryService deliveries;
    private final WebhookEndpointService endpoints;
    private final EventLog events;
    private final AuditTrail audit;
    private final Paging paging;

    DeliveriesController(
            DeliveryService deliveries,
            WebhookEndpointService endpoints,
            EventLog events,
            AuditTrail audit,
            Paging paging) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.events = events;
        this.audit = audit;
        this.paging = paging;
    }

    @Override
    public HttpResponse<Delivery> getDelivery(String id) {
        return HttpResponse.ok(deliveries.get(id).resource());
    }

    @Override
    public HttpResponse<DeliveryPage> listDeliveries(
            @Nullable String endpointId,
            @Nullable String eventId,
            @Nullable DeliveryStatus status,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var request = paging.of(limit, cursor, "deliveries", endpointId, eventId, status);
        var found =
                deliveries.list(
                        request.before(),
                        endpointId == null ? null : endpoints.get(endpointId).id(),
                        eventId == null ? null : events.get(eventId).id(),
                        status == null ? null : status.getValue(),
                        request.probe());
        var page = paging.page(request, found, StoredDelivery::id, StoredDelivery::resource);
        return HttpResponse.ok(
                new DeliveryPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<Delivery> resendDelivery(String id) {
        return HttpResponse.<Delivery>accepted()
                .body(
                        audit.change(
                                "resendDelivery",
                                id,
                                () -> deliveries.get(id).resource(),
                                () -> deliveries.resend(id).resource()))
                .header("Location", "/v1/deliveries/" + id)
                .header("Retry-After", "1");
    }
}
