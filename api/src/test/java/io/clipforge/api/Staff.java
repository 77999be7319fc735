package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.api.identity.IdentityService;
import io.clipforge.api.organizations.OrganizationService;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** An organization with an owner, at an address of its own, so that lockouts keep to themselves. */
final class Staff {
    static final String PASSWORD = "correct horse battery staple";

    final UUID organization = UUID.randomUUID();
    final Caller anyone = Caller.from(address());
    final String ownerEmail = email();
    final String ownerId;

    Staff() {
        ControlPlane.bean(OrganizationService.class).found(organization, "Staff");
        ownerId =
                ControlPlane.bean(IdentityService.class)
                        .addOwner(organization, ownerEmail, "Olive Owner", PASSWORD)
                        .resource()
                        .getId();
    }

    static String email() {
        return "person-" + UUID.randomUUID() + "@example.com";
    }

    /** The whole of 127.0.0.0/8 is this machine. */
    static String address() {
        var random = ThreadLocalRandom.current();
        return "127.%d.%d.%d"
                .formatted(random.nextInt(1, 255), random.nextInt(255), random.nextInt(1, 255));
    }

    /** A member with a role, by way of an invitation of the owner. */
    String join(String role) {
        var email = email();
        var invited = invite(owner(), email, role);
        assertEquals(201, invited.status(), () -> invited.body().toString());
        var joined = accept(invited.text("token"), PASSWORD);
        assertEquals(201, joined.status(), () -> joined.body().toString());
        return email;
    }

    static Caller.Answer invite(Caller caller, String email, String role) {
        return caller.post(
                "/v1/invitations", "{\"email\": \"%s\", \"role\": \"%s\"}".formatted(email, role));
    }

    Caller.Answer accept(String token, String password) {
        return anyone.post(
                "/v1/invitations/accept",
                "{\"token\": \"%s\", \"name\": \"Ned New\", \"password\": \"%s\"}"
                        .formatted(token, password));
    }

    Caller.Answer signIn(String email, String password) {
        return signIn(anyone, email, password);
    }

    static Caller.Answer signIn(Caller from, String email, String password) {
        return from.post(
                "/v1/sessions",
                "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password));
    }

    /** A session that began well. */
    Caller.Answer session(String email) {
        var answer = signIn(email, PASSWORD);
        assertEquals(201, answer.status(), () -> answer.body().toString());
        return answer;
    }

    Caller caller(String email) {
        return Caller.with(session(email).text("access_token"));
    }

    Caller owner() {
        return caller(ownerEmail);
    }

    Caller.Answer refresh(String token) {
        return anyone.post("/v1/sessions/refresh", "{\"refresh_token\": \"%s\"}".formatted(token));
    }
}
