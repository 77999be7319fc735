package io.clipforge.api.identity;

import io.clipforge.api.passwords.Passwords;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Brings the invited in. Passwords are hashed before the transaction: it holds a connection. */
@Singleton
class Acceptance {
    private final InvitationService invitations;
    private final PersonService people;
    private final PasswordCheck check;
    private final Passwords passwords;
    private final Joining joining;
    private final Tenants tenants;

    Acceptance(
            InvitationService invitations,
            PersonService people,
            PasswordCheck check,
            Passwords passwords,
            Joining joining,
            Tenants tenants) {
        this.invitations = invitations;
        this.people = people;
        this.check = check;
        this.passwords = passwords;
        this.joining = joining;
        this.tenants = tenants;
    }

    Member accept(OpaqueToken token, @Nullable String name, String password, InetAddress address) {
        var invitation = invitations.recognise(token).orElseThrow(Invitation::notThere);
        var email = new Email(invitation.email());
        var tenant = new Tenant(invitation.orgId(), Environment.LIVE);
        if (people.find(email).isPresent()) {
            var person = check.require(email, password, address);
            return tenants.call(tenant, () -> joining.accept(invitation, person));
        }
        if (name == null) {
            throw ApiProblem.invalid("/name", "required", "Say the name of the person.");
        }
        var newcomer = new Joining.Newcomer(name, passwords.hash(password));
        return tenants.call(tenant, () -> joining.accept(invitation, newcomer));
    }
}
