package io.clipforge.api.events;

import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.EventType;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored.
 *
 * @param resourceId public id of what it is about
 * @param sequence counts the events of that resource
 * @param traceparent where what brought it about stands in a trace
 * @param data the resource as a GET answered at that time
 */
@MappedEntity("events")
public record Event(
        @Id UUID id,
        String environment,
        String type,
        String resourceId,
        long sequence,
        @TypeDef(type = DataType.JSON) Map<String, Object> data,
        @Nullable String traceparent,
        Instant createdAt) {

    public io.clipforge.api.generated.model.Event resource() {
        return new io.clipforge.api.generated.model.Event(
                TypeId.EVENT.text(id),
                EventType.fromValue(type),
                Times.utc(createdAt),
                sequence,
                resourceId,
                Environment.fromValue(environment),
                data);
    }
}
