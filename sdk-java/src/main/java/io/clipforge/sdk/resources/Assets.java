package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.Asset;

/** Source videos and what is known about them. */
public final class Assets {
    private final Transport transport;

    public Assets(Transport transport) {
        this.transport = transport;
    }

    /** The assets, newest first. */
    public Page<Asset> list() {
        return list(new Filter());
    }

    /** The assets that pass the filter, newest first. */
    public Page<Asset> list(Filter filter) {
        return transport.page(filter.on(Call.get("/v1/assets")), Asset.class);
    }

    /** One asset, with fresh addresses. */
    public Asset get(String assetId) {
        return transport.send(Call.get("/v1/assets/{}", assetId), Asset.class);
    }

    /** Deletes an asset and everything made from it. */
    public void delete(String assetId) {
        transport.send(Call.delete("/v1/assets/{}", assetId));
    }

    /** Which assets to list. */
    public static final class Filter extends ListFilter<Filter> {
        public Filter projectId(String projectId) {
            return with("project_id", projectId);
        }

        @Override
        Filter self() {
            return this;
        }
    }
}
