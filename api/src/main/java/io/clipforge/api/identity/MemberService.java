package io.clipforge.api.identity;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.http.ETags;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.tenancy.TenantTransactional;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Members of the current organization. */
@Singleton
public class MemberService {
    private final Members members;
    private final RoleRule rule;
    private final AuditTrail audit;

    MemberService(Members members, RoleRule rule, AuditTrail audit) {
        this.members = members;
        this.rule = rule;
        this.audit = audit;
    }

    /** Where a person is a member, in the order of joining. */
    @Transactional
    public List<Membership> of(Person person) {
        members.actAs(person.id().toString());
        return members.of(person.id());
    }

    @TenantTransactional
    public Optional<Member> find(UUID id) {
        return members.find(id);
    }

    /** Makes a person a member; refuses who is one. */
    @TenantTransactional
    Member add(Person person, Role role) {
        return members.add(person.id(), role.text()).stream()
                .findFirst()
                .flatMap(members::find)
                .orElseThrow(MemberService::memberAlready);
    }

    @TenantTransactional
    boolean has(Email email) {
        return members.has(email.value());
    }

    static ApiProblem memberAlready() {
        return ApiProblem.of(ProblemType.CONFLICT, "The person is a member already.");
    }

    @TenantTransactional
    Member get(String id) {
        return find(id, members::find);
    }

    @TenantTransactional
    List<Member> list(UUID before, int limit) {
        return members.list(before, limit);
    }

    @TenantTransactional
    Member changeRole(String id, Role role, @Nullable String ifMatch) {
        int owning = members.holdOwners().size();
        var member = find(id, members::hold);
        ETags.require(ifMatch, member.version());
        rule.requireCanGive(role);
        if (member.owns()) {
            rule.requireOwner();
        }
        if (member.owns() && role != Role.OWNER) {
            requireAnother(owning);
        }
        members.changeRole(member.id(), role.text());
        var changed = members.find(member.id()).orElseThrow();
        audit.record("updateMember", id, member.resource(), changed.resource());
        return changed;
    }

    @TenantTransactional
    void remove(String id) {
        int owning = members.holdOwners().size();
        var member = find(id, members::hold);
        if (member.owns()) {
            rule.requireOwner();
            requireAnother(owning);
        }
        members.remove(member.id());
        audit.record("removeMember", id, member.resource(), null);
    }

    private static void requireAnother(int owning) {
        if (owning < 2) {
            throw ApiProblem.of(
                    ProblemType.CONFLICT,
                    "The organization has no other owner; make another member one first.");
        }
    }

    private static Member find(String id, Function<UUID, Optional<Member>> query) {
        return TypeId.MEMBER
                .find(id)
                .flatMap(query)
                .orElseThrow(() -> ApiProblem.notFound("member"));
    }
}
