package io.clipforge.api.identity;

import io.clipforge.api.apikeys.GrantRule;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Nobody gives a role that may do more than he may himself; and owners keep to themselves: a
 * machine ranks below them whatever its scopes are.
 */
@Singleton
class RoleRule {
    private final SecurityService security;
    private final GrantRule grants;

    RoleRule(SecurityService security, GrantRule grants) {
        this.security = security;
        this.grants = grants;
    }

    void requireOwner() {
        if (signedIn().filter(it -> it.role() == Role.OWNER).isEmpty()) {
            throw ApiProblem.of(
                    ProblemType.FORBIDDEN,
                    "Only an owner who is signed in makes, changes and removes owners.");
        }
    }

    /** A person's role is good for both environments and from everywhere. */
    void requireCanGive(Role role) {
        var giver = signedIn();
        if (role == Role.OWNER) {
            requireOwner();
        } else if (giver.isEmpty()) {
            grants.require(Environment.LIVE, role.scopes(), List.of());
        } else if (!giver.get().role().scopes().containsAll(role.scopes())) {
            throw ApiProblem.of(
                    ProblemType.FORBIDDEN, "The role may do more than you may yourself.");
        }
    }

    private Optional<SignedIn> signedIn() {
        return security.getAuthentication().flatMap(SignedIn::find);
    }
}
