package io.clipforge.local.demo;

import io.clipforge.sdk.ClipForge;
import io.clipforge.sdk.model.EventType;
import io.clipforge.sdk.model.NewWebhookEndpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** A customer's receiver that outlives the platform it hears from. */
public final class EventLog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Receiver receiver = new Receiver();

    public EventLog() throws IOException {}

    public void subscribe(ClipForge client) {
        var endpoint =
                client.webhookEndpoints()
                        .create(
                                new NewWebhookEndpoint()
                                        .url(receiver.address())
                                        .eventTypes(
                                                List.of(
                                                        EventType.INGEST_COMPLETED,
                                                        EventType.INGEST_FAILED,
                                                        EventType.TRANSCRIPT_READY,
                                                        EventType.MOMENTS_READY,
                                                        EventType.EXPORT_READY,
                                                        EventType.EXPORT_FAILED,
                                                        EventType.JOB_FAILED)));
        receiver.trust(endpoint.getSecret());
    }

    /** Whether all these events came, verified. */
    public boolean awaitAll(Collection<String> events) throws InterruptedException {
        return receiver.awaitEvents(events, PATIENCE);
    }

    @Override
    public void close() {
        receiver.close();
    }
}
