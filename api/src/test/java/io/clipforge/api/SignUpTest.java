package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.clipforge.api.problems.ProblemType;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How strangers become customers. */
class SignUpTest {
    private final Caller anyone = Caller.from(Staff.address());

    private static Caller.Answer signUp(Caller from, String email, String password) {
        return from.post(
                "/v1/organizations",
                """
                {"name": "Acme", "email": "%s", "owner_name": "Ada", "password": "%s"}
                """
                        .formatted(email, password));
    }

    @Test
    void whoFoundsAnOrganizationOwnsItAndIsSignedIn() {
        var email = Staff.email();
        var session = signUp(anyone, email, Staff.PASSWORD);
        assertEquals(201, session.status(), () -> session.body().toString());
        assertEquals("owner", session.body().at("/member/role").asText());
        var owner = Caller.with(session.text("access_token"));
        assertEquals("Acme", owner.get(session.header("Location")).text("name"));
        assertEquals(201, owner.post("/v1/projects", "{\"name\": \"Talks\"}").status());
        assertEquals(201, Staff.signIn(anyone, email, Staff.PASSWORD).status());
    }

    @Test
    void whoHasAnAccountShowsItsPassword() {
        var staff = new Staff();
        assertEquals(401, signUp(anyone, staff.ownerEmail, "not the right password").status());
        var session = signUp(anyone, staff.ownerEmail, Staff.PASSWORD);
        assertEquals(201, session.status());
        assertEquals("Olive Owner", session.body().at("/member/name").asText());
        assertNotEquals(staff.ownerId, session.body().at("/member/id").asText());
    }

    @Test
    void twoWhoComeWithTheSameNewEmailDoNotBothGetTheAccount() throws Exception {
        var email = Staff.email();
        Callable<Integer> signUp = () -> signUp(anyone, email, Staff.PASSWORD).status();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, 3).mapToObj(_ -> signUp).toList());
        }
        assertEquals("1", Database.look("select count(*) from users where email = ?", email));
    }

    @Test
    void anAddressFoundsTenAtOnceAtMost() {
        for (int i = 0; i < 10; i++) {
            assertEquals(422, signUp(anyone, "nobody", Staff.PASSWORD).status());
        }
        for (int i = 0; i < 10; i++) {
            assertEquals(201, signUp(anyone, Staff.email(), Staff.PASSWORD).status());
        }
        var refused = signUp(anyone, Staff.email(), Staff.PASSWORD);
        assertEquals(429, refused.status());
        assertNotEquals("", refused.header("Retry-After"));
    }

    @Test
    void anOperatorCanKeepStrangersOut() {
        try (var closed =
                ControlPlane.replica(Map.of("clipforge.sign-in.sign-ups-per-address", 0))) {
            var refused = signUp(anyone.at(closed.getURI()), Staff.email(), Staff.PASSWORD);
            assertEquals(403, refused.status());
            assertEquals(ProblemType.FORBIDDEN.code(), refused.text("code"));
        }
    }
}
