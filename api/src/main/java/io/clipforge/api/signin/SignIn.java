package io.clipforge.api.signin;

import io.clipforge.api.identity.Email;
import io.clipforge.api.identity.MemberService;
import io.clipforge.api.identity.Membership;
import io.clipforge.api.identity.OpaqueToken;
import io.clipforge.api.identity.PasswordCheck;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.signin.SessionService.Granted;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a person gets a session and keeps it. */
@Singleton
class SignIn {
    private final PasswordCheck check;
    private final MemberService members;
    private final SessionService sessions;
    private final Tenants tenants;

    SignIn(PasswordCheck check, MemberService members, SessionService sessions, Tenants tenants) {
        this.check = check;
        this.members = members;
        this.sessions = sessions;
        this.tenants = tenants;
    }

    Granted signIn(
            Email email,
            String password,
            @Nullable String organizationId,
            Environment environment,
            InetAddress address) {
        var person = check.require(email, password, address);
        var membership = choose(members.of(person), organizationId);
        return tenants.call(
                        new Tenant(membership.orgId(), environment),
                        () -> sessions.begin(membership.id()))
                .orElseThrow(PasswordCheck::refused);
    }

    Granted refresh(OpaqueToken token) {
        return sessions.recognise(token)
                .map(it -> new Tenant(it.orgId(), Environment.LIVE))
                .flatMap(tenant -> tenants.call(tenant, () -> sessions.refresh(token)))
                .orElseThrow(() ->
                        ApiProblem.of(
                                ProblemType.UNAUTHENTICATED,
                                "The refresh token is unknown, used or expired; sign in again."));
    }

    private static Membership choose(List<Membership> all, @Nullable String organizationId) {
        if (organizationId == null) {
            if (all.size() > 1) {
                throw several(all);
            }
            return all.stream().findFirst().orElseThrow(PasswordCheck::refused);
        }
        return TypeId.ORGANIZATION
                .find(organizationId)
                .flatMap(id -> all.stream().filter(it -> it.orgId().equals(id)).findFirst())
                .orElseThrow(PasswordCheck::refused);
    }

    private static ApiProblem several(List<Membership> all) {
        return ApiProblem.invalid(
                "/organization_id",
                "required",
                all.stream()
                        .map(it -> TypeId.ORGANIZATION.text(it.orgId()))
                        .collect(Collectors.joining(", ", "Name one of ", ".")));
    }
}
