package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often a sign-in may fail. */
class LockoutTest {
    private static final String WRONG = "not the right password";

    private final Staff staff = new Staff();

    private static Caller.Answer fromAnywhere(String email, String password) {
        return Staff.signIn(Caller.from(Staff.address()), email, password);
    }

    @Test
    void tenFailuresLockAnEmailForFifteenMinutes() {
        for (int i = 0; i < 10; i++) {
            assertEquals(401, fromAnywhere(staff.ownerEmail, WRONG).status());
        }
        var locked = fromAnywhere(staff.ownerEmail, Staff.PASSWORD);
        assertEquals(429, locked.status());
        assertEquals("quota_exceeded", locked.text("code"));
        int wait = Integer.parseInt(locked.header("Retry-After"));
        assertTrue(wait > 800 && wait <= 900, "wait " + wait);
        pass();
        assertEquals(201, fromAnywhere(staff.ownerEmail, Staff.PASSWORD).status());
    }

    @Test
    void anEmailThatNobodyHasIsLockedJustTheSame() {
        var nobody = Staff.email();
        for (int i = 0; i < 10; i++) {
            assertEquals(401, fromAnywhere(nobody, WRONG).status());
        }
        assertEquals(429, fromAnywhere(nobody, WRONG).status());
    }

    @Test
    void tenFailuresLockAnAddress() {
        for (int i = 0; i < 10; i++) {
            assertEquals(401, staff.signIn(Staff.email(), WRONG).status());
        }
        assertEquals(429, staff.signIn(staff.ownerEmail, Staff.PASSWORD).status());
        assertEquals(201, fromAnywhere(staff.ownerEmail, Staff.PASSWORD).status());
        pass();
        assertEquals(201, staff.signIn(staff.ownerEmail, Staff.PASSWORD).status());
    }

    @Test
    void whoSignsInBeginsToBeCountedAnew() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 6; i++) {
                assertEquals(401, fromAnywhere(staff.ownerEmail, WRONG).status());
            }
            assertEquals(201, fromAnywhere(staff.ownerEmail, Staff.PASSWORD).status());
        }
    }

    @Test
    void guessesThatAreSentAllAtOnceAreCountedToo() throws Exception {
        Callable<Integer> guess = () -> fromAnywhere(staff.ownerEmail, WRONG).status();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long looked =
                    threads.invokeAll(IntStream.range(0, 30).mapToObj(_ -> guess).toList()).stream()
                            .filter(it -> it.resultNow() != 429)
                            .count();
            assertEquals(10, looked);
        }
    }

    @Test
    void anInvitationIsNoWayAroundTheLock() {
        var email = staff.join("viewer");
        var other = new Staff();
        var token = Staff.invite(other.owner(), email, "viewer").text("token");
        for (int i = 0; i < 10; i++) {
            var guess = other.anyone.post("/v1/invitations/accept", acceptance(token, WRONG));
            assertEquals(401, guess.status());
        }
        assertEquals(429, fromAnywhere(email, Staff.PASSWORD).status());
    }

    private static String acceptance(String token, String password) {
        return "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, password);
    }

    /** A quarter of an hour. */
    private static void pass() {
        Database.execute("update sign_in_failures set since = since - interval '15 minutes'");
    }
}
