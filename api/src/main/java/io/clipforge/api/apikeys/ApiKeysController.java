package io.clipforge.api.apikeys;

import io.clipforge.api.generated.ApiKeysApi;
import io.clipforge.api.generated.model.ApiKey;
import io.clipforge.api.generated.model.ApiKeyPage;
import io.clipforge.api.generated.model.CreatedApiKey;
import io.clipforge.api.generated.model.NewApiKey;
import io.clipforge.api.generated.model.Scope;
import io.clipforge.api.http.Paging;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.utils.SecurityService;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiKeysController implements ApiKeysApi {
    private final ApiKeyService keys;
    private final SecurityService security;
    private final Paging paging;

    ApiKeysController(ApiKeyService keys, SecurityService security, Paging paging) {
        this.keys = keys;
        this.security = security;
        this.paging = paging;
    }

    @Override
    public HttpResponse<CreatedApiKey> createApiKey(NewApiKey body) {
        var scopes = body.getScopes().stream().map(Scope::getValue).toList();
        requireNoMoreThanOwn(scopes);
        var expires = body.getExpiresAt();
        var created =
                keys.create(
                        body.getName(),
                        Environment.of(body.getEnvironment().getValue()),
                        scopes,
                        expires == null ? null : expires.toInstant());
        var key = resource(created.key());
        var resource =
                new CreatedApiKey(
                                key.getId(),
                                key.getName(),
                                key.getPrefix(),
                                key.getScopes(),
                                key.getEnvironment(),
                                created.text().value(),
                                key.getCreatedAt(),
                                key.getUpdatedAt())
                        .expiresAt(key.getExpiresAt());
        return HttpResponse.created(resource, URI.create("/v1/api_keys/" + key.getId()));
    }

    @Override
    public HttpResponse<ApiKeyPage> listApiKeys(@Nullable Integer limit, @Nullable String cursor) {
        var request = paging.of(limit, cursor, "api_keys");
        var page =
                paging.page(
                        request,
                        keys.list(request.after(), request.probe()),
                        io.clipforge.api.apikeys.ApiKey::id,
                        ApiKeysController::resource);
        return HttpResponse.ok(
                new ApiKeyPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<Void> revokeApiKey(String id) {
        if (TypeId.API_KEY.find(id).flatMap(keys::revoke).isEmpty()) {
            throw ApiProblem.notFound("API key");
        }
        return HttpResponse.noContent();
    }

    /** A key must not mint a mightier one. */
    private void requireNoMoreThanOwn(List<String> scopes) {
        var own = security.getAuthentication().map(Authentication::getRoles).orElse(List.of());
        if (!own.contains(ScopeRule.EVERY_SCOPE) && !own.containsAll(scopes)) {
            throw ApiProblem.of(
                    ProblemType.FORBIDDEN, "A key can only give scopes that it has itself.");
        }
    }

    private static ApiKey resource(io.clipforge.api.apikeys.ApiKey key) {
        return new ApiKey(
                        TypeId.API_KEY.text(key.id()),
                        key.name(),
                        key.prefix(),
                        scopes(key.scopes()),
                        io.clipforge.api.generated.model.Environment.fromValue(key.environment()),
                        Times.utc(key.createdAt()),
                        Times.utc(key.updatedAt()))
                .expiresAt(Times.utcOrNull(key.expiresAt()))
                .lastUsedAt(Times.utcOrNull(key.lastUsedAt()))
                .revokedAt(Times.utcOrNull(key.revokedAt()));
    }

    private static List<Scope> scopes(List<String> stored) {
        return stored.contains(ScopeRule.EVERY_SCOPE)
                ? Arrays.asList(Scope.values())
                : stored.stream().map(Scope::fromValue).toList();
    }
}
