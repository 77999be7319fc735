package io.clipforge.api.webhooks;

import io.clipforge.api.secrets.SealedRows;
import io.clipforge.api.secrets.SecretBox;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Endpoints whose secrets are to be sealed anew. */
@Singleton
final class EndpointRotation implements SealedRows<StaleEndpoint> {
    private final StaleEndpoints stale;
    private final WebhookEndpointService endpoints;
    private final SecretBox box;
    private final Tenants tenants;

    EndpointRotation(
            StaleEndpoints stale,
            WebhookEndpointService endpoints,
            SecretBox box,
            Tenants tenants) {
        this.stale = stale;
        this.endpoints = endpoints;
        this.box = box;
        this.tenants = tenants;
    }

    @Override
    public StaleEndpoint start() {
        return new StaleEndpoint(new UUID(0, 0), new UUID(0, 0), "");
    }

    @Override
    public List<StaleEndpoint> stale(StaleEndpoint last, int limit) {
        return stale.after(last.id(), box.currentKey(), limit);
    }

    @Override
    public void sealAnew(StaleEndpoint row) {
        tenants.run(row.tenant(), () -> endpoints.sealAnew(row.id()));
    }
}
