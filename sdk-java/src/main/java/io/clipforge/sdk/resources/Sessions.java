package io.clipforge.sdk.resources;

import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.NewSession;
import io.clipforge.sdk.model.Session;
import io.clipforge.sdk.model.SessionRefresh;

/** Signing people in, for apps where they do. An access token is used where a key is. */
public final class Sessions {
    private final Transport transport;

    public Sessions(Transport transport) {
        this.transport = transport;
    }

    /**
     * Signs a person in.
     *
     * @throws io.clipforge.sdk.errors.UnauthenticatedException when e-mail and password do not
     *     match
     * @throws io.clipforge.sdk.errors.RateLimitedException when sign-ins have failed too often
     */
    public Session create(NewSession session) {
        return transport.send(Call.post("/v1/sessions").json(session), Session.class);
    }

    /**
     * Gets the next tokens. A refresh token works once: one that is sent again ends its session.
     *
     * @throws io.clipforge.sdk.errors.UnauthenticatedException when the person has to sign in again
     */
    public Session refresh(String refreshToken) {
        return transport.send(
                Call.post("/v1/sessions/refresh")
                        .json(new SessionRefresh().refreshToken(refreshToken)),
                Session.class);
    }

    /** Signs out the person whose access token this client uses. */
    public void end() {
        transport.send(Call.delete("/v1/sessions/current"));
    }
}
