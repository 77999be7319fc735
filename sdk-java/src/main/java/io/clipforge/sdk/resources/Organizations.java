package io.clipforge.sdk.resources;

import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.NewOrganization;
import io.clipforge.sdk.model.Organization;
import io.clipforge.sdk.model.OrganizationUpdate;
import io.clipforge.sdk.model.Session;

/** Who owns everything the key can reach. */
public final class Organizations {
    private final Transport transport;

    public Organizations(Transport transport) {
        this.transport = transport;
    }

    /** Founds another organization; its owner is signed in. */
    public Session found(NewOrganization organization) {
        return transport.send(Call.post("/v1/organizations").json(organization), Session.class);
    }

    /** The organization of the key. */
    public Organization get() {
        return transport.send(Call.get("/v1/organization"), Organization.class);
    }

    /** Changes what is set in {@code changes} of the organization of the key. */
    public Organization update(OrganizationUpdate changes) {
        return transport.send(Call.patch("/v1/organization").json(changes), Organization.class);
    }
}
