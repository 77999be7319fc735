package io.clipforge.api.identity;

import io.clipforge.api.generated.model.CreatedInvitation;
import io.clipforge.api.generated.model.InvitationStatus;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation as it is stored, without the hash of its token. */
@MappedEntity("invitations")
record Invitation(
        @Id UUID id,
        UUID orgId,
        String email,
        String role,
        Instant expiresAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant revokedAt,
        Instant createdAt,
        Instant updatedAt) {

    /** Unknown, used, revoked and expired are one and the same to a stranger. */
    static ApiProblem notThere() {
        return ApiProblem.notFound("invitation");
    }

    Role can() {
        return Role.of(role);
    }

    InvitationStatus status(Instant now) {
        if (acceptedAt != null) {
            return InvitationStatus.ACCEPTED;
        }
        if (revokedAt != null) {
            return InvitationStatus.REVOKED;
        }
        return now.isBefore(expiresAt) ? InvitationStatus.PENDING : InvitationStatus.EXPIRED;
    }

    io.clipforge.api.generated.model.Invitation resource(Instant now) {
        return new io.clipforge.api.generated.model.Invitation(
                TypeId.INVITATION.text(id),
                email,
                can().resource(),
                status(now),
                Times.utc(expiresAt),
                Times.utc(createdAt),
                Times.utc(updatedAt));
    }

    CreatedInvitation resource(Instant now, OpaqueToken token) {
        return new CreatedInvitation(
                TypeId.INVITATION.text(id),
                email,
                can().resource(),
                status(now),
                token.value(),
                Times.utc(expiresAt),
                Times.utc(createdAt),
                Times.utc(updatedAt));
    }
}
