package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.CreatedOAuthClient;
import io.clipforge.sdk.model.NewOAuthClient;
import io.clipforge.sdk.model.OAuthClient;

/** Machines that get access tokens by OAuth 2.0, as an OAuth library does it. */
public final class OAuthClients {
    private final Transport transport;

    public OAuthClients(Transport transport) {
        this.transport = transport;
    }

    /** Makes a client. Its secret is in the answer and is never shown again. */
    public CreatedOAuthClient create(NewOAuthClient client) {
        return transport.send(
                Call.post("/v1/oauth_clients").json(client), CreatedOAuthClient.class);
    }

    /** The clients, without their secrets. */
    public Page<OAuthClient> list() {
        return list(new Paging());
    }

    /** The clients, without their secrets. */
    public Page<OAuthClient> list(Paging paging) {
        return transport.page(paging.on(Call.get("/v1/oauth_clients")), OAuthClient.class);
    }

    /** Makes a client, and the tokens it has, stop working at once and for good. */
    public void revoke(String oauthClientId) {
        transport.send(Call.delete("/v1/oauth_clients/{}", oauthClientId));
    }
}
