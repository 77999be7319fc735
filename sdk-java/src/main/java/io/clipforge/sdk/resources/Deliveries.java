package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.Delivery;
import io.clipforge.sdk.model.DeliveryStatus;

/** The calls to your endpoints, attempt by attempt. */
public final class Deliveries {
    private final Transport transport;

    public Deliveries(Transport transport) {
        this.transport = transport;
    }

    /** The deliveries, newest first. */
    public Page<Delivery> list() {
        return list(new Filter());
    }

    /** The deliveries that pass the filter, newest first. */
    public Page<Delivery> list(Filter filter) {
        return transport.page(filter.on(Call.get("/v1/deliveries")), Delivery.class);
    }

    /** One delivery with its attempts. */
    public Delivery get(String deliveryId) {
        return transport.send(Call.get("/v1/deliveries/{}", deliveryId), Delivery.class);
    }

    /** Sends the event once more. */
    public Delivery resend(String deliveryId) {
        return transport.send(Call.post("/v1/deliveries/{}/resend", deliveryId), Delivery.class);
    }

    /** Which deliveries to list. */
    public static final class Filter extends ListFilter<Filter> {
        public Filter webhookEndpointId(String webhookEndpointId) {
            return with("webhook_endpoint_id", webhookEndpointId);
        }

        public Filter eventId(String eventId) {
            return with("event_id", eventId);
        }

        public Filter status(DeliveryStatus status) {
            return with("status", status);
        }

        @Override
        Filter self() {
            return this;
        }
    }
}
