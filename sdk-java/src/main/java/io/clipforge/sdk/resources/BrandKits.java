package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.Versioned;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.BrandKit;
import io.clipforge.sdk.model.BrandKitUpdate;
import io.clipforge.sdk.model.NewBrandKit;

/** What exports of one brand have in common, in versions. */
public final class BrandKits {
    private final Transport transport;

    public BrandKits(Transport transport) {
        this.transport = transport;
    }

    /** Makes a brand kit. */
    public BrandKit create(NewBrandKit brandKit) {
        return transport.send(
                Call.post("/v1/brand_kits").json(brandKit).idempotent(), BrandKit.class);
    }

    /**
     * The same under a key of yours, so that a repetition by another process has no second effect.
     *
     * @param idempotencyKey 1…255 characters, unique per intended effect, kept for 30 days
     */
    public BrandKit create(NewBrandKit brandKit, String idempotencyKey) {
        return transport.send(
                Call.post("/v1/brand_kits").json(brandKit).idempotent(idempotencyKey),
                BrandKit.class);
    }

    /** The brand kits, newest first. */
    public Page<BrandKit> list() {
        return list(new Paging());
    }

    /** The brand kits, newest first. */
    public Page<BrandKit> list(Paging paging) {
        return transport.page(paging.on(Call.get("/v1/brand_kits")), BrandKit.class);
    }

    /** One brand kit. */
    public BrandKit get(String brandKitId) {
        return transport.send(Call.get("/v1/brand_kits/{}", brandKitId), BrandKit.class);
    }

    /**
     * One brand kit as it was.
     *
     * @param version counted from 1 without gaps
     */
    public BrandKit get(String brandKitId, int version) {
        return transport.send(
                Call.get("/v1/brand_kits/{}", brandKitId).query("version", version),
                BrandKit.class);
    }

    /** One brand kit with its version, for {@link #update(String, BrandKitUpdate, String)}. */
    public Versioned<BrandKit> getVersioned(String brandKitId) {
        return transport.versioned(Call.get("/v1/brand_kits/{}", brandKitId), BrandKit.class);
    }

    /** Changes what is set; the last write wins. {@code metadata} is replaced as a whole. */
    public BrandKit update(String brandKitId, BrandKitUpdate changes) {
        return transport.send(
                Call.patch("/v1/brand_kits/{}", brandKitId).json(changes), BrandKit.class);
    }

    /**
     * Changes what is set, if the brand kit is still at that version.
     *
     * @throws io.clipforge.sdk.errors.PreconditionFailedException when somebody else was faster
     */
    public BrandKit update(String brandKitId, BrandKitUpdate changes, String etag) {
        return transport.send(
                Call.patch("/v1/brand_kits/{}", brandKitId).json(changes).ifMatch(etag),
                BrandKit.class);
    }

    /**
     * Deletes a brand kit with all of its versions. Exports already made keep what they were made
     * with.
     */
    public void delete(String brandKitId) {
        transport.send(Call.delete("/v1/brand_kits/{}", brandKitId));
    }
}
