package io.clipforge.api.signin;

import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.Session;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.signin.SessionService.Granted;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Sessions as the API shows them, with an access token that is signed now. */
@Singleton
class SessionResources {
    private final AccessTokens tokens;
    private final TokenSettings settings;
    private final Clock clock;

    SessionResources(AccessTokens tokens, TokenSettings settings, Clock clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    Session of(Granted granted) {
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
                Environment.fromValue(session.environment()),
                TypeId.ORGANIZATION.text(session.orgId()),
                member.resource());
    }

    /** The last refresh token ends with its session. */
    private long refreshS(StoredSession session) {
        var left = Duration.between(clock.instant(), session.expiresAt());
        return Math.max(1, Math.min(settings.refresh().toSeconds(), left.toSeconds()));
    }
}
