package io.clipforge.api.identity;

import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A person in an organization. */
@MappedEntity("members")
public record Member(
        @Id UUID id,
        UUID userId,
        String email,
        String name,
        String role,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    public Role can() {
        return Role.of(role);
    }

    boolean owns() {
        return can() == Role.OWNER;
    }

    public io.clipforge.api.generated.model.Member resource() {
        return new io.clipforge.api.generated.model.Member(
                TypeId.MEMBER.text(id),
                email,
                name,
                can().resource(),
                Times.utc(createdAt),
                Times.utc(updatedAt));
    }
}
