package io.clipforge.api.signin;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.identity.Member;
import io.clipforge.api.identity.MemberService;
import io.clipforge.api.identity.OpaqueToken;
import io.clipforge.api.identity.Role;
import io.clipforge.api.identity.SignedIn;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The transactions of sessions. */
@Singleton
class SessionService {
    private static final String TOKEN_PREFIX = "cfr_";

    private final Sessions sessions;
    private final MemberService members;
    private final AuditTrail audit;
    private final Tenants tenants;
    private final TokenSettings settings;

    SessionService(
            Sessions sessions,
            MemberService members,
            AuditTrail audit,
            Tenants tenants,
            TokenSettings settings) {
        this.sessions = sessions;
        this.members = members;
        this.audit = audit;
        this.tenants = tenants;
        this.settings = settings;
    }

    /**
     * @param refreshToken the only one that gets the next tokens of the session
     */
    record Granted(StoredSession session, Member member, OpaqueToken refreshToken) {}

    /** Begins a session in the current organization; nothing for who is no member any more. */
    @TenantTransactional
    Optional<Granted> begin(UUID memberId) {
        return members.find(memberId)
                .map(member -> {
                    sessions.forgetOld(memberId);
                    var session =
                            sessions.add(
                                    memberId,
                                    tenants.current().environment().text(),
                                    settings.session().toSeconds());
                    var token = OpaqueToken.mint(TOKEN_PREFIX);
                    sessions.addToken(token.hexHash(), session.id(), refreshS());
                    audit.record("createSession", TypeId.MEMBER.text(memberId), null, null);
                    return new Granted(session, member, token);
                });
    }

    /** The organization and the session that a refresh token is from. */
    @Transactional
    Optional<ShownToken> recognise(OpaqueToken token) {
        sessions.show(token.hexHash());
        return sessions.findShown(token.hexHash());
    }

    /** Nothing for a token that gets nothing; one that was used before ends its session. */
    @TenantTransactional
    Optional<Granted> refresh(OpaqueToken token) {
        var next = OpaqueToken.mint(TOKEN_PREFIX);
        var session =
                sessions.rotate(token.hexHash(), next.hexHash(), refreshS()).stream().findFirst();
        if (session.isEmpty()) {
            sessions.endIfReused(token.hexHash());
        }
        return session.flatMap(
                it -> members.find(it.memberId()).map(member -> new Granted(it, member, next)));
    }

    @TenantTransactional
    void end(UUID id, UUID memberId) {
        sessions.end(id);
        audit.record("endSession", TypeId.MEMBER.text(memberId), null, null);
    }

    /** Who the member of a session is now; nothing when either is gone. */
    @TenantTransactional
    Optional<SignedIn> signedIn(UUID id, UUID memberId) {
        return sessions.role(id, memberId).map(role -> new SignedIn(memberId, Role.of(role), id));
    }

    private long refreshS() {
        return settings.refresh().toSeconds();
    }
}
