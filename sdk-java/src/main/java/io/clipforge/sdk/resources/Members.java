package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.Versioned;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.Member;
import io.clipforge.sdk.model.MemberUpdate;
import io.clipforge.sdk.model.Role;

/** The people of the organization and their roles. */
public final class Members {
    private final Transport transport;

    public Members(Transport transport) {
        this.transport = transport;
    }

    /** The members, newest first. */
    public Page<Member> list() {
        return list(new Paging());
    }

    /** The members, newest first. */
    public Page<Member> list(Paging paging) {
        return transport.page(paging.on(Call.get("/v1/members")), Member.class);
    }

    /** One member. */
    public Member get(String memberId) {
        return transport.send(Call.get("/v1/members/{}", memberId), Member.class);
    }

    /** One member with its version, for {@link #update(String, MemberUpdate, String)}. */
    public Versioned<Member> getVersioned(String memberId) {
        return transport.versioned(Call.get("/v1/members/{}", memberId), Member.class);
    }

    /** Gives a member another role, from the next request on. */
    public Member changeRole(String memberId, Role role) {
        return update(memberId, new MemberUpdate().role(role));
    }

    /** Changes what is set; the last write wins. */
    public Member update(String memberId, MemberUpdate changes) {
        return transport.send(Call.patch("/v1/members/{}", memberId).json(changes), Member.class);
    }

    /**
     * Changes what is set, if the member is still at that version.
     *
     * @throws io.clipforge.sdk.errors.PreconditionFailedException when somebody else was faster
     */
    public Member update(String memberId, MemberUpdate changes, String etag) {
        return transport.send(
                Call.patch("/v1/members/{}", memberId).json(changes).ifMatch(etag), Member.class);
    }

    /**
     * Removes a member and ends their sessions at once.
     *
     * @throws io.clipforge.sdk.errors.ConflictException for the last owner
     */
    public void remove(String memberId) {
        transport.send(Call.delete("/v1/members/{}", memberId));
    }
}
