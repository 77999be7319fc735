package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.Event;
import io.clipforge.sdk.model.EventType;

/**
 * What happened, to read instead of being called. {@link
 * io.clipforge.sdk.webhooks.WebhookEvent#of(Event)} gives an event its type.
 */
public final class Events {
    private final Transport transport;

    public Events(Transport transport) {
        this.transport = transport;
    }

    /** The events, newest first. */
    public Page<Event> list() {
        return list(new Filter());
    }

    /** The events that pass the filter, newest first. */
    public Page<Event> list(Filter filter) {
        return transport.page(filter.on(Call.get("/v1/events")), Event.class);
    }

    /** One event. */
    public Event get(String eventId) {
        return transport.send(Call.get("/v1/events/{}", eventId), Event.class);
    }

    /** Which events to list. */
    public static final class Filter extends ListFilter<Filter> {
        public Filter type(EventType type) {
            return with("type", type);
        }

        @Override
        Filter self() {
            return this;
        }
    }
}
