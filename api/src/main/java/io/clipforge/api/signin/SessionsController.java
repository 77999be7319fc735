package io.clipforge.api.signin;

import io.clipforge.api.generated.SessionsApi;
import io.clipforge.api.generated.model.NewSession;
import io.clipforge.api.generated.model.Session;
import io.clipforge.api.generated.model.SessionRefresh;
import io.clipforge.api.identity.Email;
import io.clipforge.api.identity.OpaqueToken;
import io.clipforge.api.identity.SignedIn;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.requests.ClientAddress;
import io.clipforge.api.signin.SessionService.Granted;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.utils.SecurityService;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class SessionsController implements SessionsApi {
    private static final String NOT_KEPT = "no-store";

    private final SignIn signIn;
    private final SessionService sessions;
    private final AccessTokens tokens;
    private final TokenSettings settings;
    private final SecurityService security;
    private final ClientAddress client;
    private final Clock clock;

    SessionsController(
            SignIn signIn,
            SessionService sessions,
            AccessTokens tokens,
            TokenSettings settings,
            SecurityService security,
            ClientAddress client,
            Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.settings = settings;
        this.security = security;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public HttpResponse<Session> createSession(NewSession body) {
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
        return HttpResponse.created(resource(granted), URI.create("/v1/sessions/current"))
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
    }

    @Override
    public HttpResponse<Session> refreshSession(SessionRefresh body) {
        var granted = signIn.refresh(new OpaqueToken(body.getRefreshToken()));
        return HttpResponse.ok(resource(granted)).header(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
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

    private Session resource(Granted granted) {
        var member = granted.member();
        var session = granted.session();
        return new Session(
                tokens.issue(
                        TypeId.MEMBER.text(member.id()),
                        session.tenant(),
                        member.can().scopes(),
                        session.id()),
                "Bearer",
                (int) tokens.lifeS(),
                granted.refreshToken().value(),
                (int) refreshS(session),
                io.clipforge.api.generated.model.Environment.fromValue(session.environment()),
                TypeId.ORGANIZATION.text(session.orgId()),
                member.resource());
    }

    /** The last refresh token ends with its session. */
    private long refreshS(StoredSession session) {
        var left = Duration.between(clock.instant(), session.expiresAt());
        return Math.max(1, Math.min(settings.refresh().toSeconds(), left.toSeconds()));
    }
}
