package io.clipforge.api.webhooks;

import io.clipforge.api.tenancy.Tenant;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/**
 * As much of a delivery as the relay needs to send it.
 *
 * @param claimId who holds it; an answer that comes after the claim is lost does not count
 */
@MappedEntity("deliveries")
record DueDelivery(
        @Id UUID id, UUID orgId, String environment, UUID webhookEndpointId, UUID claimId) {
    Tenant tenant() {
        return new Tenant(orgId, Tenant.Environment.of(environment));
    }
}
