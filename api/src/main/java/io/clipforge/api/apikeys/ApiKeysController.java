package io.clipforge.api.apikeys;

import io.clipforge.api.generated.ApiKeysApi;
import io.clipforge.api.generated.model.ApiKey;
import io.clipforge.api.generated.model.ApiKeyLeak;
import io.clipforge.api.generated.model.ApiKeyPage;
import io.clipforge.api.generated.model.ApiKeyReroll;
import io.clipforge.api.generated.model.CreatedApiKey;
import io.clipforge.api.generated.model.NewApiKey;
import io.clipforge.api.generated.model.RevocationReason;
import io.clipforge.api.http.Paging;
import io.clipforge.api.limits.Limits;
import io.clipforge.api.limits.Policy;
import io.clipforge.api.requests.ClientAddress;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiKeysController implements ApiKeysApi {
    private static final int DEFAULT_OVERLAP = 86_400;

    private final ApiKeyService keys;
    private final LeakReports leaks;
    private final GrantRule rule;
    private final Limits limits;
    private final ClientAddress addresses;
    private final Paging paging;

    ApiKeysController(
            ApiKeyService keys,
            LeakReports leaks,
            GrantRule rule,
            Limits limits,
            ClientAddress addresses,
            Paging paging) {
        this.keys = keys;
        this.leaks = leaks;
        this.rule = rule;
        this.limits = limits;
        this.addresses = addresses;
        this.paging = paging;
    }

    @Override
    public HttpResponse<CreatedApiKey> createApiKey(NewApiKey body) {
        var wanted = NewKey.from(body);
        rule.require(wanted.environment(), wanted.scopes(), wanted.networks());
        var created = keys.create(wanted);
        var key = created.key();
        return HttpResponse.created(
                key.resource(created.text()), URI.create("/v1/api_keys/" + key.text()));
    }

    @Override
    public HttpResponse<ApiKeyPage> listApiKeys(@Nullable Integer limit, @Nullable String cursor) {
        var request = paging.of(limit, cursor, "api_keys");
        var page =
                paging.page(
                        request,
                        keys.list(request.before(), request.probe()),
                        io.clipforge.api.apikeys.ApiKey::id,
                        io.clipforge.api.apikeys.ApiKey::resource);
        return HttpResponse.ok(
                new ApiKeyPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<ApiKey> getApiKey(String id) {
        return HttpResponse.ok(keys.get(id).resource());
    }

    @Override
    public HttpResponse<CreatedApiKey> rerollApiKey(String id, ApiKeyReroll body) {
        var key = keys.get(id);
        rule.require(key.tenant().environment(), key.scopes(), key.networks());
        int overlap = Objects.requireNonNullElse(body.getOverlapSeconds(), DEFAULT_OVERLAP);
        var created = keys.reroll(key, Duration.ofSeconds(overlap));
        return HttpResponse.ok(created.key().resource(created.text()));
    }

    @Override
    public HttpResponse<Void> revokeApiKey(String id) {
        keys.revoke(keys.get(id), RevocationReason.REQUESTED, null);
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<Void> reportLeakedApiKey(ApiKeyLeak body) {
        limits.take(Policy.LEAK_REPORTS, addresses.siteOfCurrentRequest());
        leaks.take(body.getSecret(), body.getFoundAtUrl());
        return HttpResponse.noContent();
    }
}
