package io.clipforge.api.signin;

import io.clipforge.api.apikeys.GrantRule;
import io.clipforge.api.generated.OAuthClientsApi;
import io.clipforge.api.generated.model.CreatedOAuthClient;
import io.clipforge.api.generated.model.NewOAuthClient;
import io.clipforge.api.generated.model.OAuthClientPage;
import io.clipforge.api.generated.model.Scope;
import io.clipforge.api.http.Items;
import io.clipforge.api.http.Paging;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class OAuthClientsController implements OAuthClientsApi {
    private final OAuthClientService clients;
    private final GrantRule grants;
    private final Paging paging;

    OAuthClientsController(OAuthClientService clients, GrantRule grants, Paging paging) {
        this.clients = clients;
        this.grants = grants;
        this.paging = paging;
    }

    @Override
    public HttpResponse<CreatedOAuthClient> createOAuthClient(NewOAuthClient body) {
        var scopes = Items.of("/scopes", body.getScopes()).stream().map(Scope::getValue).toList();
        var environment = Environment.of(body.getEnvironment().getValue());
        grants.require(environment, scopes, List.of());
        var created = clients.create(body.getName(), environment, scopes);
        var resource = created.client().resource(created.secret());
        return HttpResponse.created(resource, URI.create("/v1/oauth_clients/" + resource.getId()));
    }

    @Override
    public HttpResponse<OAuthClientPage> listOAuthClients(
            @Nullable Integer limit, @Nullable String cursor) {
        var request = paging.of(limit, cursor, "oauth_clients");
        var page =
                paging.page(
                        request,
                        clients.list(request.before(), request.probe()),
                        OAuthClient::id,
                        OAuthClient::resource);
        return HttpResponse.ok(
                new OAuthClientPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<Void> revokeOAuthClient(String id) {
        if (TypeId.OAUTH_CLIENT.find(id).flatMap(clients::revoke).isEmpty()) {
            throw ApiProblem.notFound("OAuth client");
        }
        return HttpResponse.noContent();
    }
}
