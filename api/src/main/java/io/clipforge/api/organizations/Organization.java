package io.clipforge.api.organizations;

import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** An organization as it is stored. */
@MappedEntity("organizations")
record Organization(@Id UUID id, String name, Instant createdAt, Instant updatedAt) {

    io.clipforge.api.generated.model.Organization resource() {
        return new io.clipforge.api.generated.model.Organization(
                TypeId.ORGANIZATION.text(id), name, Times.utc(createdAt), Times.utc(updatedAt));
    }
}
