package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.CreatedInvitation;
import io.clipforge.sdk.model.Invitation;
import io.clipforge.sdk.model.InvitationAcceptance;
import io.clipforge.sdk.model.Member;
import io.clipforge.sdk.model.NewInvitation;

/** How people become members. */
public final class Invitations {
    private final Transport transport;

    public Invitations(Transport transport) {
        this.transport = transport;
    }

    /**
     * Invites a person. The token is in the answer, once: no mail is sent, so send it to them
     * yourself.
     */
    public CreatedInvitation create(NewInvitation invitation) {
        return transport.send(
                Call.post("/v1/invitations").json(invitation), CreatedInvitation.class);
    }

    /** The invitations, used ones included, newest first. */
    public Page<Invitation> list() {
        return list(new Paging());
    }

    /** The invitations, used ones included, newest first. */
    public Page<Invitation> list(Paging paging) {
        return transport.page(paging.on(Call.get("/v1/invitations")), Invitation.class);
    }

    /**
     * Takes an invitation back.
     *
     * @throws io.clipforge.sdk.errors.ConflictException when it was accepted
     */
    public void revoke(String invitationId) {
        transport.send(Call.delete("/v1/invitations/{}", invitationId));
    }

    /**
     * Makes the invited person a member.
     *
     * @throws io.clipforge.sdk.errors.NotFoundException when the token cannot be used any more
     */
    public Member accept(InvitationAcceptance acceptance) {
        return transport.send(Call.post("/v1/invitations/accept").json(acceptance), Member.class);
    }
}
