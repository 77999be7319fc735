package io.clipforge.api.signin;

import io.clipforge.api.generated.model.OAuthError;
import io.clipforge.api.generated.model.Token;
import io.clipforge.api.identity.OpaqueToken;
import io.clipforge.api.limits.Limits;
import io.clipforge.api.limits.Policy;
import io.clipforge.api.requests.ClientAddress;
import io.clipforge.api.tenancy.Tenants;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The client credentials grant, in the words of RFC 6749. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class TokenController {
    private final OAuthClientService clients;
    private final AccessTokens tokens;
    private final Tenants tenants;
    private final ClientAddress client;
    private final Limits limits;

    TokenController(
            OAuthClientService clients,
            AccessTokens tokens,
            Tenants tenants,
            ClientAddress client,
            Limits limits) {
        this.clients = clients;
        this.tokens = tokens;
        this.tenants = tenants;
        this.client = client;
        this.limits = limits;
    }

    @Post(uri = "/oauth/token", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> createToken(
            @Body Map<String, Object> form,
            @Header(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        limits.take(Policy.SIGN_INS, client.siteOfCurrentRequest());
        try {
            return unkept(HttpResponse.ok(grant(TokenForm.read(form, authorization))));
        } catch (OAuthRefusal refusal) {
            return refused(refusal, authorization);
        }
    }

    private Token grant(TokenForm form) {
        var client =
                clients.recognise(form.clientId(), new OpaqueToken(form.clientSecret()))
                        .orElseThrow(OAuthRefusal::client);
        var scopes = scopes(form.scope(), client);
        tenants.run(client.tenant(), () -> clients.noteUse(client.id()));
        return new Token(
                tokens.issue(client.clientId(), client.tenant(), scopes, null),
                "Bearer",
                (int) tokens.lifeS(),
                String.join(" ", scopes));
    }

    private static List<String> scopes(@Nullable String wanted, OAuthClient client) {
        if (wanted == null || wanted.isBlank()) {
            return client.scopes();
        }
        var scopes = List.of(wanted.strip().split(" +")).stream().distinct().toList();
        scopes.stream()
                .filter(it -> !client.scopes().contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw OAuthRefusal.scope();
                });
        return scopes;
    }

    private static HttpResponse<?> refused(OAuthRefusal refusal, @Nullable String authorization) {
        var response =
                HttpResponse.status(HttpStatus.valueOf(refusal.status()))
                        .body(new OAuthError(refusal.error(), refusal.description()));
        if (refusal.status() == HttpStatus.UNAUTHORIZED.getCode() && authorization != null) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"clipforge\"");
        }
        return unkept(response);
    }

    private static <T> MutableHttpResponse<T> unkept(MutableHttpResponse<T> response) {
        return response.contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
