package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.contract.Contract;
import io.clipforge.api.identity.Role;
import io.micronaut.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each role may do, tried on every operation of the contract. */
class RolesTest {
    private static final Contract CONTRACT = ControlPlane.bean(Contract.class);

    private final Staff staff = new Staff();

    @Test
    void theTableOfRolesIsThis() {
        var every = Role.OWNER.scopes();
        assertEquals(every, Role.ADMIN.scopes());
        for (var operation : CONTRACT.operations()) {
            assertTrue(
                    operation.open() || every.contains(operation.scope()), operation.operationId());
        }
        assertLacks(
                Role.DEVELOPER,
                "organization:write",
                "members:write",
                "invitations:read",
                "invitations:write",
                "api_keys:write",
                "oauth_clients:write");
        assertHas(
                Role.DEVELOPER,
                "projects:write",
                "exports:write",
                "webhook_endpoints:write",
                "members:read",
                "api_keys:read");
        assertHas(Role.VIEWER, "projects:read", "members:read", "sessions:write");
        assertLacks(
                Role.VIEWER, "projects:write", "api_keys:read", "invitations:read", "jobs:write");
        assertHas(Role.BILLING, "organization:read", "members:read", "sessions:write");
        assertLacks(Role.BILLING, "projects:read", "api_keys:read", "members:write");
        assertTrue(
                Role.VIEWER.scopes().stream()
                        .filter(it -> it.endsWith(":write"))
                        .allMatch("sessions:write"::equals));
    }

    private static void assertHas(Role role, String... scopes) {
        assertTrue(role.scopes().containsAll(Set.of(scopes)), role + " " + role.scopes());
    }

    private static void assertLacks(Role role, String... scopes) {
        for (var scope : scopes) {
            assertFalse(role.scopes().contains(scope), role + " has " + scope);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleReachesTheOperationsOfItsScopesAndNoOther(Role role) {
        var caller = staff.caller(staff.join(role.text()));
        for (var operation : CONTRACT.operations()) {
            if (!operation.open() && !operation.operationId().equals("endSession")) {
                int status = call(caller, operation).status();
                assertEquals(
                        role.scopes().contains(operation.scope()),
                        status != 403 && status != 401,
                        role + " " + operation.operationId() + " " + status);
            }
        }
        assertEquals(204, caller.delete("/v1/sessions/current").status());
    }

    /** With ids that nobody has and a body that says nothing: enough to be let in or not. */
    private static Caller.Answer call(Caller caller, Contract.Operation operation) {
        var path = operation.path().replaceAll("\\{[^}]+}", "none");
        boolean bodied = Set.of(HttpMethod.POST, HttpMethod.PATCH).contains(operation.method());
        return caller.send(
                operation.method().name(),
                path,
                bodied ? "{}" : null,
                Map.of("Idempotency-Key", "roles-" + operation.operationId()));
    }

    @Test
    void theContractTellsTheTableThatIsTrue() {
        var text = CONTRACT.text();
        for (var role : List.of(Role.values())) {
            assertTrue(text.contains("| `" + role.text() + "` |"), role.text());
        }
    }
}
