package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.ApiKey;
import io.clipforge.sdk.model.ApiKeyLeak;
import io.clipforge.sdk.model.ApiKeyReroll;
import io.clipforge.sdk.model.CreatedApiKey;
import io.clipforge.sdk.model.NewApiKey;

/** Keys with scopes, for the live or the test environment. */
public final class ApiKeys {
    private final Transport transport;

    public ApiKeys(Transport transport) {
        this.transport = transport;
    }

    /** Makes a key. Its secret is in the answer and is never shown again. */
    public CreatedApiKey create(NewApiKey key) {
        return transport.send(Call.post("/v1/api_keys").json(key), CreatedApiKey.class);
    }

    /** The keys, without their secrets. */
    public Page<ApiKey> list() {
        return list(new Paging());
    }

    /** The keys, without their secrets. */
    public Page<ApiKey> list(Paging paging) {
        return transport.page(paging.on(Call.get("/v1/api_keys")), ApiKey.class);
    }

    /** One key, without its secret. */
    public ApiKey get(String apiKeyId) {
        return transport.send(Call.get("/v1/api_keys/{}", apiKeyId), ApiKey.class);
    }

    /**
     * Gives a key a new secret, which is in the answer and is never shown again. The one it had
     * works on for the overlap, a day unless said otherwise.
     */
    public CreatedApiKey reroll(String apiKeyId, ApiKeyReroll reroll) {
        return transport.send(
                Call.post("/v1/api_keys/{}/reroll", apiKeyId).json(reroll), CreatedApiKey.class);
    }

    /** Reports a secret that was found where it does not belong; if it is a key, it is revoked. */
    public void reportLeak(ApiKeyLeak leak) {
        transport.send(Call.post("/v1/api_keys/report_leak").json(leak));
    }

    /** Makes a key stop working at once and for good. */
    public void revoke(String apiKeyId) {
        transport.send(Call.delete("/v1/api_keys/{}", apiKeyId));
    }
}
