package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.ids.TypeId;
import io.clipforge.api.passwords.Cheap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Signing in, staying signed in, signing out. */
class SessionsTest {
    private final Staff staff = new Staff();

    @Test
    void aPersonSignsInAndTheTokenWorksLikeAKey() {
        var session = staff.session(staff.ownerEmail.toUpperCase(Locale.ROOT));
        assertEquals("no-store", session.header("Cache-Control"));
        assertEquals(900, session.body().path("expires_in").asInt());
        assertEquals(604_800, session.body().path("refresh_expires_in").asInt());
        assertEquals("owner", session.body().at("/member/role").asText());
        var caller = Caller.with(session.text("access_token"));
        var organization = caller.get("/v1/organization");
        assertEquals(session.text("organization_id"), organization.text("id"));
        assertEquals(201, caller.post("/v1/projects", "{\"name\": \"Talks\"}").status());
    }

    @Test
    void aSessionIsInOneEnvironment() {
        var live = staff.owner();
        live.post("/v1/projects", "{\"name\": \"Live\"}");
        var session =
                staff.anyone.post(
                        "/v1/sessions",
                        "{\"email\": \"%s\", \"password\": \"%s\", \"environment\": \"test\"}"
                                .formatted(staff.ownerEmail, Staff.PASSWORD));
        var test = Caller.with(session.text("access_token"));
        assertEquals(1, live.get("/v1/projects").body().path("data").size());
        assertEquals(0, test.get("/v1/projects").body().path("data").size());
        var next = staff.refresh(session.text("refresh_token"));
        assertEquals("test", next.text("environment"));
    }

    @Test
    void whatLetsNobodyInIsAnsweredAlike() {
        var stranger = new Staff();
        var refusals =
                List.of(
                        staff.signIn(staff.ownerEmail, "not the right password"),
                        staff.signIn(Staff.email(), Staff.PASSWORD),
                        in(stranger, Staff.PASSWORD),
                        in(stranger, "not the right password"));
        for (var refusal : refusals) {
            assertEquals(401, refusal.status());
            assertEquals("unauthenticated", refusal.text("code"));
            assertEquals("E-mail and password do not match.", refusal.text("detail"));
        }
    }

    private Caller.Answer in(Staff other, String password) {
        return staff.anyone.post(
                "/v1/sessions",
                "{\"email\": \"%s\", \"password\": \"%s\", \"organization_id\": \"%s\"}"
                        .formatted(
                                staff.ownerEmail,
                                password,
                                TypeId.ORGANIZATION.text(other.organization)));
    }

    @Test
    void whoIsInSeveralOrganizationsNamesOne() {
        var other = new Staff();
        var email = staff.join("viewer");
        var token = Staff.invite(other.owner(), email, "admin").text("token");
        assertEquals(201, staff.accept(token, Staff.PASSWORD).status());

        var unclear = staff.signIn(email, Staff.PASSWORD);
        assertEquals(422, unclear.status());
        assertEquals("/organization_id", unclear.body().at("/errors/0/pointer").asText());
        for (var choice : List.of(staff, other)) {
            var id = TypeId.ORGANIZATION.text(choice.organization);
            assertTrue(unclear.text("detail").contains(id));
            var session =
                    staff.anyone.post(
                            "/v1/sessions",
                            "{\"email\": \"%s\", \"password\": \"%s\", \"organization_id\": \"%s\"}"
                                    .formatted(email, Staff.PASSWORD, id));
            assertEquals(id, session.text("organization_id"));
            var own = Caller.with(session.text("access_token")).get("/v1/organization");
            assertEquals(id, own.text("id"));
        }
    }

    @Test
    void refreshingGivesTheNextTokens() {
        var first = staff.session(staff.ownerEmail);
        var second = staff.refresh(first.text("refresh_token"));
        assertEquals(200, second.status());
        assertNotEquals(first.text("refresh_token"), second.text("refresh_token"));
        assertEquals(200, staff.refresh(second.text("refresh_token")).status());
    }

    @Test
    void aRefreshTokenThatComesAgainEndsItsSession() {
        var first = staff.session(staff.ownerEmail);
        var second = staff.refresh(first.text("refresh_token"));
        var elsewhere = staff.session(staff.ownerEmail);
        assertEquals(401, staff.refresh(first.text("refresh_token")).status());
        assertEquals(401, staff.refresh(second.text("refresh_token")).status());
        for (var ended : List.of(first, second)) {
            assertEquals(401, Caller.with(ended.text("access_token")).get("/v1/projects").status());
        }
        assertEquals(200, Caller.with(elsewhere.text("access_token")).get("/v1/projects").status());
    }

    @Test
    void ofThoseWhoRefreshAtOnceNoTwoGoOn() throws Exception {
        var session = staff.session(staff.ownerEmail);
        int callers = 4;
        var start = new CyclicBarrier(callers);
        Callable<Caller.Answer> refresh =
                () -> {
                    start.await();
                    return staff.refresh(session.text("refresh_token"));
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads
                            .invokeAll(IntStream.range(0, callers).mapToObj(_ -> refresh).toList())
                            .stream()
                            .map(it -> it.resultNow())
                            .toList();
            var lucky = answers.stream().filter(it -> it.status() == 200).toList();
            assertEquals(1, lucky.size());
            assertEquals(401, staff.refresh(lucky.getFirst().text("refresh_token")).status());
        }
    }

    @Test
    void anExpiredRefreshTokenAndAnUnknownOneAreRefused() {
        var session = staff.session(staff.ownerEmail);
        Database.change(
                "update refresh_tokens set expires_at = now() where org_id = ?",
                staff.organization);
        assertEquals(401, staff.refresh(session.text("refresh_token")).status());
        assertEquals(401, staff.refresh("cfr_nonsense").status());
    }

    @Test
    void aSessionLastsThirtyDaysHoweverOftenItIsRefreshed() {
        var session = staff.session(staff.ownerEmail);
        Database.change(
                "update sessions set expires_at = now() + interval '1 minute' where org_id = ?",
                staff.organization);
        var next = staff.refresh(session.text("refresh_token"));
        assertTrue(next.body().path("refresh_expires_in").asInt() <= 60);
        Database.change(
                "update sessions set expires_at = now() where org_id = ?", staff.organization);
        assertEquals(401, staff.refresh(next.text("refresh_token")).status());
        assertEquals(401, Caller.with(next.text("access_token")).get("/v1/projects").status());
    }

    @Test
    void whoSignsOutIsOutAtOnce() {
        var session = staff.session(staff.ownerEmail);
        var caller = Caller.with(session.text("access_token"));
        assertEquals(204, caller.delete("/v1/sessions/current").status());
        assertEquals(401, caller.get("/v1/projects").status());
        assertEquals(401, staff.refresh(session.text("refresh_token")).status());
    }

    @Test
    void aKeyHasNoSessionToEnd() {
        assertEquals(404, new Customer().api.delete("/v1/sessions/current").status());
    }

    @Test
    void aHashOfAnotherCostIsMadeAnewWhenItsOwnerSignsIn() {
        var cheap = Cheap.hash(Staff.PASSWORD);
        Database.change(
                "update user_passwords set hash = ? where user_id = (select id from users where email = ?)",
                cheap,
                staff.ownerEmail);
        staff.session(staff.ownerEmail);
        var hash =
                Database.look(
                        "select hash from user_passwords join users on users.id = user_id where email = ?",
                        staff.ownerEmail);
        assertTrue(String.valueOf(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        staff.session(staff.ownerEmail);
    }

    @Test
    void passwordsOutsideOfTheirLimitsAreRefusedBeforeAnythingIsComputed() {
        assertEquals(422, staff.signIn(staff.ownerEmail, "x".repeat(129)).status());
        var token = Staff.invite(staff.owner(), Staff.email(), "viewer").text("token");
        var answer = staff.accept(token, "elevenchars");
        assertEquals(422, answer.status());
        assertEquals("/password", answer.body().at("/errors/0/pointer").asText());
        assertFalse(answer.body().toString().contains("elevenchars"));
    }
}
