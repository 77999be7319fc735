package io.clipforge.api.events;

import io.clipforge.api.generated.model.EventType;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tracing.Traces;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what happened, in the transaction in which it happens. */
@Singleton
public class EventLog {
    private final Events events;
    private final Traces traces;
    private final ObjectMapper json;

    EventLog(Events events, Traces traces, ObjectMapper json) {
        this.events = events;
        this.traces = traces;
        this.json = json;
    }

    /**
     * Appends an event and the deliveries it gives rise to. The caller holds the row of the
     * resource, so that its sequence has no gap and no double.
     *
     * @param resource as a GET would answer it now
     */
    @TenantTransactional
    public void append(EventType type, String resourceId, Object resource) {
        var event = events.add(type.getValue(), resourceId, text(resource), traces.here());
        events.fanOut(event.id(), event.type());
    }

    /** Refuses an id that is not there. */
    @TenantTransactional
    public Event get(String id) {
        return TypeId.EVENT
                .find(id)
                .flatMap(events::find)
                .orElseThrow(() -> ApiProblem.notFound("event"));
    }

    @TenantTransactional
    public Event get(UUID id) {
        return events.find(id).orElseThrow(() -> ApiProblem.notFound("event"));
    }

    @TenantTransactional
    List<Event> list(UUID before, @Nullable String type, int limit) {
        return events.list(before, type, limit);
    }

    private String text(Object resource) {
        try {
            return json.writeValueAsString(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
