package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The life of an invitation. */
class InvitationsTest {
    private final Staff staff = new Staff();
    private final Caller owner = staff.owner();
    private final String email = Staff.email();

    private String status(String id) {
        for (JsonNode it : owner.get("/v1/invitations").body().path("data")) {
            if (it.path("id").asText().equals(id)) {
                return it.path("status").asText();
            }
        }
        throw new AssertionError(id + " is not listed");
    }

    @Test
    void theInvitedSetANameAndAPasswordAndSignIn() {
        var invited = Staff.invite(owner, email, "developer");
        assertEquals(201, invited.status());
        assertEquals("pending", status(invited.text("id")));
        var joined = staff.accept(invited.text("token"), Staff.PASSWORD);
        assertEquals(201, joined.status());
        assertEquals("Ned New", joined.text("name"));
        assertEquals("/v1/members/" + joined.text("id"), joined.header("Location"));
        assertEquals("accepted", status(invited.text("id")));
        assertEquals("developer", staff.session(email).body().at("/member/role").asText());
    }

    @Test
    void theTokenIsShownOnceAndStoredAsAHash() {
        var invited = Staff.invite(owner, email, "viewer");
        assertFalse(owner.get("/v1/invitations").body().toString().contains("token"));
        assertEquals(
                "0",
                Database.look(
                        "select count(*) from invitations where invitations::text like '%' || ? || '%'",
                        invited.text("token")));
    }

    @Test
    void whoHasAnAccountShowsItsPassword() {
        staff.accept(Staff.invite(owner, email, "viewer").text("token"), Staff.PASSWORD);
        var other = new Staff();
        var token = Staff.invite(other.owner(), email, "admin").text("token");
        var guess = other.accept(token, "not the right password");
        assertEquals(401, guess.status());
        var joined = other.accept(token, Staff.PASSWORD);
        assertEquals(201, joined.status());
        assertNotEquals(staff.ownerId, joined.text("id"), "a member of the other organization");
    }

    @Test
    void aTokenWorksOnce() throws Exception {
        var token = Staff.invite(owner, email, "viewer").text("token");
        Callable<Integer> accept = () -> staff.accept(token, Staff.PASSWORD).status();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses =
                    threads.invokeAll(IntStream.range(0, 3).mapToObj(_ -> accept).toList()).stream()
                            .map(it -> it.resultNow())
                            .toList();
            assertEquals(1, statuses.stream().filter(it -> it == 201).count(), statuses.toString());
        }
        assertEquals(404, staff.accept(token, Staff.PASSWORD).status());
    }

    @Test
    void aRevokedAnExpiredAndAnUnknownTokenLetNobodyIn() {
        var revoked = Staff.invite(owner, email, "viewer");
        assertEquals(204, owner.delete("/v1/invitations/" + revoked.text("id")).status());
        assertEquals(204, owner.delete("/v1/invitations/" + revoked.text("id")).status());
        assertEquals("revoked", status(revoked.text("id")));
        assertEquals(404, staff.accept(revoked.text("token"), Staff.PASSWORD).status());

        var late = Staff.invite(owner, email, "viewer");
        Database.change("update invitations set expires_at = now() where email = ?", email);
        assertEquals("expired", status(late.text("id")));
        assertEquals(404, staff.accept(late.text("token"), Staff.PASSWORD).status());
        assertEquals(404, staff.accept("cfi_nonsense", Staff.PASSWORD).status());
    }

    @Test
    void aSecondInvitationReplacesTheFirst() {
        var first = Staff.invite(owner, email, "viewer");
        var second = Staff.invite(owner, email.toUpperCase(Locale.ROOT), "admin");
        assertEquals(404, staff.accept(first.text("token"), Staff.PASSWORD).status());
        assertEquals(201, staff.accept(second.text("token"), Staff.PASSWORD).status());
    }

    @Test
    void whoIsAMemberIsNotInvited() {
        assertEquals(409, Staff.invite(owner, staff.ownerEmail, "viewer").status());
        var invited = Staff.invite(owner, email, "viewer");
        staff.accept(invited.text("token"), Staff.PASSWORD);
        assertEquals(409, owner.delete("/v1/invitations/" + invited.text("id")).status());
    }

    @Test
    void theNewSayTheirName() {
        var token = Staff.invite(owner, email, "viewer").text("token");
        var answer =
                staff.anyone.post(
                        "/v1/invitations/accept",
                        "{\"token\": \"%s\", \"password\": \"%s\"}"
                                .formatted(token, Staff.PASSWORD));
        assertEquals(422, answer.status());
        assertEquals("/name", answer.body().at("/errors/0/pointer").asText());
    }

    @Test
    void anInvitationOfAnotherOrganizationIsNotFound() {
        var id = Staff.invite(owner, email, "viewer").text("id");
        var stranger = new Staff().owner();
        assertEquals(404, stranger.delete("/v1/invitations/" + id).status());
        assertEquals(0, stranger.get("/v1/invitations").body().path("data").size());
        assertTrue(status(id).equals("pending"));
    }

    @Test
    void whatIsNoEmailIsRefused() {
        assertEquals(422, Staff.invite(owner, "nobody", "viewer").status());
    }
}
