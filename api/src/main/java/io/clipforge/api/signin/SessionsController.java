package io.clipforge.api.signin;

import io.clipforge.api.generated.SessionsApi;
import io.clipforge.api.generated.model.NewSession;
import io.clipforge.api.generated.model.Session;
import io.clipforge.api.generated.model.SessionRefresh;
import io.clipforge.api.identity.Email;
import io.clipforge.api.identity.OpaqueToken;
import io.clipforge.api.identity.SignedIn;
import io.clipforge.api.limits.Limits;
import io.clipforge.api.limits.Policy;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.requests.ClientAddress;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.utils.SecurityService;
import java.net.URI;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class SessionsController implements SessionsApi {
    private static final String NOT_KEPT = "no-store";

    private final SignIn signIn;
    private final SessionService sessions;
    private final SessionResources resources;
    private final SecurityService security;
    private final ClientAddress client;
    private final Limits limits;

    SessionsController(
            SignIn signIn,
            SessionService sessions,
            SessionResources resources,
            SecurityService security,
            ClientAddress client,
            Limits limits) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.resources = resources;
        this.security = security;
        this.client = client;
        this.limits = limits;
    }

    @Override
    public HttpResponse<Session> createSession(NewSession body) {
        limits.take(Policy.SIGN_INS, client.siteOfCurrentRequest());
        var environment = body.getEnvironment();
        var granted =
                signIn.signIn(
                        new Email(body.getEmail()),
                        body.getPassword(),
                        body.getOrganizationId(),
                        environment == null
                                ? Environment.LIVE
                                : Environment.of(environment.getValue()),
                        client.ofCurrentRequest());
        return HttpResponse.created(resources.of(granted), URI.create("/v1/sessions/current"))
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
    }

    @Override
    public HttpResponse<Session> refreshSession(SessionRefresh body) {
        var granted = signIn.refresh(new OpaqueToken(body.getRefreshToken()));
        return HttpResponse.ok(resources.of(granted)).header(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
    }

    @Override
    public HttpResponse<Void> endSession() {
        var caller =
                security.getAuthentication()
                        .flatMap(SignedIn::find)
                        .orElseThrow(() -> ApiProblem.notFound("session"));
        sessions.end(caller.sessionId(), caller.memberId());
        return HttpResponse.noContent();
    }
}
