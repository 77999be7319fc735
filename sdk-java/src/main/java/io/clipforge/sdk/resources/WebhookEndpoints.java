package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.CreatedWebhookEndpoint;
import io.clipforge.sdk.model.NewWebhookEndpoint;
import io.clipforge.sdk.model.RotatedWebhookSecret;
import io.clipforge.sdk.model.WebhookEndpoint;

/** Addresses of yours that are called when something happens. */
public final class WebhookEndpoints {
    private final Transport transport;

    public WebhookEndpoints(Transport transport) {
        this.transport = transport;
    }

    /** Makes an endpoint. Its secret is in the answer and is never shown again. */
    public CreatedWebhookEndpoint create(NewWebhookEndpoint endpoint) {
        return transport.send(
                Call.post("/v1/webhook_endpoints").json(endpoint), CreatedWebhookEndpoint.class);
    }

    /** The endpoints, newest first. */
    public Page<WebhookEndpoint> list() {
        return list(new Paging());
    }

    /** The endpoints, newest first. */
    public Page<WebhookEndpoint> list(Paging paging) {
        return transport.page(paging.on(Call.get("/v1/webhook_endpoints")), WebhookEndpoint.class);
    }

    /** One endpoint, without its secret. */
    public WebhookEndpoint get(String webhookEndpointId) {
        return transport.send(
                Call.get("/v1/webhook_endpoints/{}", webhookEndpointId), WebhookEndpoint.class);
    }

    /** Deletes an endpoint; what was still to be delivered there is not. */
    public void delete(String webhookEndpointId) {
        transport.send(Call.delete("/v1/webhook_endpoints/{}", webhookEndpointId));
    }

    /** Makes a new secret; the old one signs beside it for a while. */
    public RotatedWebhookSecret rotateSecret(String webhookEndpointId) {
        return transport.send(
                Call.post("/v1/webhook_endpoints/{}/rotate_secret", webhookEndpointId),
                RotatedWebhookSecret.class);
    }
}
