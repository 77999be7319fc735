package io.clipforge.api.identity;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.tenancy.TenantTransactional;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes invitations and takes them back. */
@Singleton
class InvitationService {
    private static final String TOKEN_PREFIX = "cfi_";
    private static final Duration LIFE = Duration.ofDays(7);

    private final Invitations invitations;
    private final MemberService members;
    private final RoleRule rule;
    private final AuditTrail audit;
    private final Clock clock;

    InvitationService(
            Invitations invitations,
            MemberService members,
            RoleRule rule,
            AuditTrail audit,
            Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.rule = rule;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param token shown once, never stored
     */
    record Created(Invitation invitation, OpaqueToken token) {}

    @TenantTransactional
    Created create(Email email, Role role) {
        rule.requireCanGive(role);
        if (members.has(email)) {
            throw MemberService.memberAlready();
        }
        invitations.revokeOpen(email.value());
        var token = OpaqueToken.mint(TOKEN_PREFIX);
        var invitation =
                invitations.add(email.value(), role.text(), token.hexHash(), LIFE.toSeconds());
        audit.record(
                "createInvitation",
                TypeId.INVITATION.text(invitation.id()),
                null,
                invitation.resource(clock.instant()));
        return new Created(invitation, token);
    }

    /** The invitation behind a token, if it can be accepted now. */
    @Transactional
    Optional<Invitation> recognise(OpaqueToken token) {
        invitations.show(token.hexHash());
        return invitations.findShown(token.hexHash());
    }

    @TenantTransactional
    List<Invitation> list(UUID before, int limit) {
        return invitations.list(before, limit);
    }

    @TenantTransactional
    void revoke(String id) {
        var invitation =
                TypeId.INVITATION
                        .find(id)
                        .flatMap(invitations::find)
                        .orElseThrow(Invitation::notThere);
        int revoked = invitations.revoke(invitation.id());
        var after = invitations.find(invitation.id()).orElseThrow();
        if (revoked == 0 && after.acceptedAt() != null) {
            throw ApiProblem.of(
                    ProblemType.CONFLICT,
                    "The invitation was accepted; remove the member instead.");
        }
        var now = clock.instant();
        audit.record("revokeInvitation", id, invitation.resource(now), after.resource(now));
    }
}
