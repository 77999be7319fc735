package io.clipforge.api.identity;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.organizations.OrganizationService;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.TenantTransactional;
import jakarta.inject.Singleton;

/** The transactions in which people become members of the current organization. */
@Singleton
class Joining {
    private final People people;
    private final MemberService members;
    private final Invitations invitations;
    private final OrganizationService organizations;
    private final AuditTrail audit;

    Joining(
            People people,
            MemberService members,
            Invitations invitations,
            OrganizationService organizations,
            AuditTrail audit) {
        this.people = people;
        this.members = members;
        this.invitations = invitations;
        this.organizations = organizations;
        this.audit = audit;
    }

    /** What is kept of somebody who is new to us. */
    record Newcomer(String name, String passwordHash) {}

    @TenantTransactional
    Member joinAsOperatorSays(Email email, Role role, Newcomer newcomer) {
        people.actAs(email.value());
        var person = people.find(email.value()).orElseGet(() -> add(email, newcomer));
        return members.add(person, role);
    }

    /** Of somebody who has shown that the account is theirs. */
    @TenantTransactional
    Member accept(Invitation invitation, Person person) {
        people.actAs(person.email());
        use(invitation);
        return add(person, invitation);
    }

    @TenantTransactional
    Member accept(Invitation invitation, Newcomer newcomer) {
        people.actAs(invitation.email());
        use(invitation);
        return add(add(new Email(invitation.email()), newcomer), invitation);
    }

    private Member add(Person person, Invitation invitation) {
        var member = members.add(person, invitation.can());
        audit.record("acceptInvitation", TypeId.MEMBER.text(member.id()), null, member.resource());
        return member;
    }

    @TenantTransactional
    Member found(Tenant tenant, String name, Person owner) {
        people.actAs(owner.email());
        organizations.found(tenant.orgId(), name);
        var member = members.add(owner, Role.OWNER);
        audit.record(
                "createOrganization",
                TypeId.ORGANIZATION.text(tenant.orgId()),
                null,
                member.resource());
        return member;
    }

    @TenantTransactional
    Member found(Tenant tenant, String name, Email email, Newcomer owner) {
        people.actAs(email.value());
        return found(tenant, name, add(email, owner));
    }

    /** Somebody who came in with the same e-mail just now has to show that they are the same. */
    private Person add(Email email, Newcomer newcomer) {
        var person =
                people.add(email.value(), newcomer.name()).stream()
                        .findFirst()
                        .orElseThrow(() ->
                                ApiProblem.of(
                                        ProblemType.CONFLICT,
                                        "The account has just been made; send its password."));
        people.setPasswordHash(person.id(), newcomer.passwordHash());
        return person;
    }

    private void use(Invitation invitation) {
        if (invitations.use(invitation.id()).isEmpty()) {
            throw Invitation.notThere();
        }
    }
}
