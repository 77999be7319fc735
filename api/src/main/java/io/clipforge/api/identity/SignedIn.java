package io.clipforge.api.identity;

import io.clipforge.api.ids.TypeId;
import io.clipforge.api.tenancy.Tenant;
import io.micronaut.security.authentication.Authentication;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;

/** A member who is signed in, as the authentication of a request carries it. */
public record SignedIn(UUID memberId, Role role, UUID sessionId) {
    private static final String ROLE = "role";
    private static final String SESSION = "session_id";

    public Authentication authentication(Tenant tenant) {
        var attributes = new HashMap<>(tenant.attributes());
        attributes.put(ROLE, role.text());
        attributes.put(SESSION, sessionId.toString());
        return Authentication.build(TypeId.MEMBER.text(memberId), role.scopes(), attributes);
    }

    /** Empty for a machine. */
    public static Optional<SignedIn> find(Authentication caller) {
        return TypeId.MEMBER
                .find(caller.getName())
                .map(member -> {
                    var attributes = caller.getAttributes();
                    return new SignedIn(
                            member,
                            Role.of(String.valueOf(attributes.get(ROLE))),
                            UUID.fromString(String.valueOf(attributes.get(SESSION))));
                });
    }
}
