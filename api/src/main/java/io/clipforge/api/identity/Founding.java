package io.clipforge.api.identity;

import io.clipforge.api.ids.UuidV7;
import io.clipforge.api.passwords.Passwords;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.net.InetAddress;

/** How an organization begins: with the person who founds it as its owner. */
@Singleton
public class Founding {
    private final PersonService people;
    private final PasswordCheck check;
    private final Passwords passwords;
    private final SignInGuard guard;
    private final Joining joining;
    private final Tenants tenants;

    Founding(
            PersonService people,
            PasswordCheck check,
            Passwords passwords,
            SignInGuard guard,
            Joining joining,
            Tenants tenants) {
        this.people = people;
        this.check = check;
        this.passwords = passwords;
        this.guard = guard;
        this.joining = joining;
        this.tenants = tenants;
    }

    /** The new organization, as seen live. */
    public record Founded(Tenant tenant, Member owner) {}

    /**
     * @param name of the organization
     * @param ownerName taken from who is new to us
     * @param password of the account; who has one shows that it is theirs
     * @param address where the caller calls from
     * @throws io.clipforge.api.problems.ApiProblem unauthenticated, conflict or quota_exceeded
     */
    public Founded found(
            String name, Email email, String ownerName, String password, InetAddress address) {
        guard.countSignUp(address);
        var tenant = new Tenant(UuidV7.next(), Environment.LIVE);
        if (people.find(email).isPresent()) {
            var person = check.require(email, password, address);
            return new Founded(
                    tenant, tenants.call(tenant, () -> joining.found(tenant, name, person)));
        }
        var newcomer = new Joining.Newcomer(ownerName, passwords.hash(password));
        return new Founded(
                tenant, tenants.call(tenant, () -> joining.found(tenant, name, email, newcomer)));
    }
}
