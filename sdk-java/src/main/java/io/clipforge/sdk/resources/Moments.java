package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.Moment;

/** Stretches worth a clip of their own, ranked and explained. */
public final class Moments {
    private final Transport transport;

    public Moments(Transport transport) {
        this.transport = transport;
    }

    /** The moments of an asset, best first. */
    public Page<Moment> list(String assetId) {
        return list(assetId, new Paging());
    }

    /** The moments of an asset, best first. */
    public Page<Moment> list(String assetId, Paging paging) {
        return transport.page(paging.on(Call.get("/v1/assets/{}/moments", assetId)), Moment.class);
    }

    /** One moment with its score and reasons. */
    public Moment get(String momentId) {
        return transport.send(Call.get("/v1/moments/{}", momentId), Moment.class);
    }

    /** Marks a moment as wanted; repeating it changes nothing. */
    public Moment approve(String momentId) {
        return transport.send(
                Call.post("/v1/moments/{}/approve", momentId).repeatable(), Moment.class);
    }

    /** Marks a moment as not wanted; repeating it changes nothing. */
    public Moment reject(String momentId) {
        return transport.send(
                Call.post("/v1/moments/{}/reject", momentId).repeatable(), Moment.class);
    }
}
