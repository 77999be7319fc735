package io.clipforge.api.projects;

import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A project as it is stored. */
@MappedEntity("projects")
record Project(
        @Id UUID id,
        String environment,
        String name,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    io.clipforge.api.generated.model.Project resource() {
        return new io.clipforge.api.generated.model.Project(
                TypeId.PROJECT.text(id),
                name,
                Environment.fromValue(environment),
                metadata,
                Times.utc(createdAt),
                Times.utc(updatedAt));
    }
}
