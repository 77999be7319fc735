package io.clipforge.api.identity;

import io.clipforge.api.passwords.Passwords;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What is done to people outside of a request, by an operator. */
@Singleton
public class IdentityService {
    private final Joining joining;
    private final Passwords passwords;
    private final Tenants tenants;

    IdentityService(Joining joining, Passwords passwords, Tenants tenants) {
        this.joining = joining;
        this.passwords = passwords;
        this.tenants = tenants;
    }

    /**
     * Makes somebody an owner. Who has an account already keeps their name and password.
     *
     * @throws io.clipforge.api.problems.ApiProblem conflict for who is a member already
     */
    public Member addOwner(UUID orgId, String email, String name, String password) {
        var newcomer = new Joining.Newcomer(name, passwords.hash(password));
        return tenants.call(
                new Tenant(orgId, Environment.LIVE),
                () -> joining.joinAsOperatorSays(new Email(email), Role.OWNER, newcomer));
    }
}
