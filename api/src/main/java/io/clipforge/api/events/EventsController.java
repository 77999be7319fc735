package io.clipforge.api.events;

import io.clipforge.api.generated.EventsApi;
import io.clipforge.api.generated.model.Event;
import io.clipforge.api.generated.model.EventPage;
import io.clipforge.api.generated.model.EventType;
import io.clipforge.api.http.Paging;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class EventsController implements EventsApi {
    private final EventLog events;
    private final Paging paging;

    EventsController(EventLog events, Paging paging) {
        this.events = events;
        this.paging = paging;
    }

    @Override
    public HttpResponse<Event> getEvent(String id) {
        return HttpResponse.ok(events.get(id).resource());
    }

    @Override
    public HttpResponse<EventPage> listEvents(
            @Nullable EventType type, @Nullable Integer limit, @Nullable String cursor) {
        var request = paging.of(limit, cursor, "events", type);
        var found =
                events.list(
                        request.before(), type == null ? null : type.getValue(), request.probe());
        var page =
                paging.page(
                        request,
                        found,
                        io.clipforge.api.events.Event::id,
                        io.clipforge.api.events.Event::resource);
        return HttpResponse.ok(
                new EventPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }
}
