package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.clipforge.api.tenancy.Tenant.Environment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Who is in, as what, and who may change that. */
class MembersTest {
    private final Staff staff = new Staff();

    private static Caller.Answer change(Caller caller, String member, String role) {
        return caller.send(
                "PATCH", "/v1/members/" + member, "{\"role\": \"%s\"}".formatted(role), Map.of());
    }

    private String idOf(String email) {
        return staff.session(email).body().at("/member/id").asText();
    }

    @Test
    void aMemberIsListedAndShown() {
        var email = staff.join("billing");
        var listed = staff.owner().get("/v1/members").body().path("data");
        assertEquals(2, listed.size());
        assertEquals(email, listed.get(0).path("email").asText());
        var shown = staff.owner().get("/v1/members/" + listed.get(0).path("id").asText());
        assertEquals(listed.get(0), shown.body());
        assertEquals("\"1\"", shown.header("ETag"));
    }

    @Test
    void anotherRoleDecidesFromTheNextRequestOn() {
        var email = staff.join("viewer");
        var session = staff.session(email);
        var caller = Caller.with(session.text("access_token"));
        var member = session.body().at("/member/id").asText();
        assertEquals(403, caller.post("/v1/projects", "{\"name\": \"No\"}").status());
        assertEquals(200, change(staff.owner(), member, "developer").status());
        assertEquals(201, caller.post("/v1/projects", "{\"name\": \"Yes\"}").status());
        assertEquals(200, change(staff.owner(), member, "billing").status());
        assertEquals(403, caller.get("/v1/projects").status());
    }

    @Test
    void whoIsRemovedIsOutAtOnce() {
        var email = staff.join("developer");
        var session = staff.session(email);
        var caller = Caller.with(session.text("access_token"));
        var member = session.body().at("/member/id").asText();
        assertEquals(200, caller.get("/v1/projects").status());
        assertEquals(204, staff.owner().delete("/v1/members/" + member).status());
        assertEquals(401, caller.get("/v1/projects").status());
        assertEquals(401, staff.refresh(session.text("refresh_token")).status());
        assertEquals(401, staff.signIn(email, Staff.PASSWORD).status());
        assertEquals(404, staff.owner().get("/v1/members/" + member).status());
    }

    @Test
    void onlyOwnersWhoAreSignedInTouchOwners() {
        var admin = staff.caller(staff.join("admin"));
        var key = Caller.with(ControlPlane.issue(staff.organization, Environment.LIVE));
        var viewer = idOf(staff.join("viewer"));
        for (var caller : List.of(admin, key)) {
            assertEquals(403, change(caller, staff.ownerId, "viewer").status());
            assertEquals(403, change(caller, viewer, "owner").status());
            assertEquals(403, caller.delete("/v1/members/" + staff.ownerId).status());
            assertEquals(403, Staff.invite(caller, Staff.email(), "owner").status());
            assertEquals(200, change(caller, viewer, "admin").status());
            assertEquals(200, change(caller, viewer, "viewer").status());
        }
        assertEquals(200, change(staff.owner(), viewer, "owner").status());
    }

    @Test
    void nobodyGivesARoleThatMayDoMoreThanTheyMay() {
        var key =
                staff.owner()
                        .post(
                                "/v1/api_keys",
                                """
                                {"name": "HR", "environment": "live", "scopes": ["members:write", "invitations:write"]}
                                """);
        var weak = Caller.with(key.text("secret"));
        var test = Caller.with(ControlPlane.issue(staff.organization, Environment.TEST));
        var viewer = idOf(staff.join("viewer"));
        for (var caller : List.of(weak, test)) {
            assertEquals(403, Staff.invite(caller, Staff.email(), "viewer").status());
            assertEquals(403, change(caller, viewer, "admin").status());
        }
    }

    @Test
    void theLastOwnerStays() {
        assertEquals(409, change(staff.owner(), staff.ownerId, "admin").status());
        assertEquals(409, staff.owner().delete("/v1/members/" + staff.ownerId).status());
        var second = idOf(staff.join("owner"));
        assertEquals(200, change(staff.owner(), staff.ownerId, "admin").status());
        assertEquals(403, change(staff.owner(), second, "viewer").status());
    }

    @Test
    void twoOwnersWhoStepDownAtOnceDoNotBothDoSo() throws Exception {
        var second = staff.join("owner");
        var secondId = idOf(second);
        var first = staff.owner();
        var other = staff.caller(second);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> steps =
                    List.of(
                            () -> change(first, staff.ownerId, "viewer").status(),
                            () -> change(other, secondId, "viewer").status());
            var statuses = threads.invokeAll(steps).stream().map(it -> it.resultNow()).sorted();
            assertEquals(List.of(200, 409), statuses.toList());
        }
    }

    @Test
    void aChangeThatWasMadeForAnotherVersionIsRefused() {
        var member = idOf(staff.join("viewer"));
        var path = "/v1/members/" + member;
        var owner = staff.owner();
        var body = "{\"role\": \"billing\"}";
        assertEquals(200, owner.send("PATCH", path, body, Map.of("If-Match", "\"1\"")).status());
        assertEquals(412, owner.send("PATCH", path, body, Map.of("If-Match", "\"1\"")).status());
    }

    @Test
    void membersOfAnotherOrganizationAreNotFound() {
        var stranger = new Staff().owner();
        assertEquals(404, stranger.get("/v1/members/" + staff.ownerId).status());
        assertEquals(404, change(stranger, staff.ownerId, "viewer").status());
        assertEquals(404, stranger.delete("/v1/members/" + staff.ownerId).status());
        assertFalse(stranger.get("/v1/members").body().toString().contains(staff.ownerEmail));
    }
}
