package io.clipforge.sdk.resources;

import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.Organization;

/** Who owns everything the key can reach. */
public final class Organizations {
    private final Transport transport;

    public Organizations(Transport transport) {
        this.transport = transport;
    }

    /** The organization of the key. */
    public Organization get() {
        return transport.send(Call.get("/v1/organization"), Organization.class);
    }
}
