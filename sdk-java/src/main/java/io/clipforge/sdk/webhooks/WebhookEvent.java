package io.clipforge.sdk.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.sdk.http.Json;
import io.clipforge.sdk.model.ApiKey;
import io.clipforge.sdk.model.Event;
import io.clipforge.sdk.model.Export;
import io.clipforge.sdk.model.Ingest;
import io.clipforge.sdk.model.Job;
import io.clipforge.sdk.model.MomentSet;
import io.clipforge.sdk.model.TranscriptSummary;

/**
 * Something that happened, with what it happened to. {@link #event()} carries what all have in
 * common: the id (the same in every delivery of the event: use it to notice repetitions), the time,
 * and the sequence number of the resource.
 */
public sealed interface WebhookEvent {
    /** The event as it came. */
    Event event();

    /** {@code ingest.completed}: the video has a transcript and ranked moments. */
    record IngestCompleted(Event event, Ingest ingest) implements WebhookEvent {}

    /** {@code ingest.failed}: the video could not be used; the ingest's problem says why. */
    record IngestFailed(Event event, Ingest ingest) implements WebhookEvent {}

    /** {@code transcript.ready}: the words of an asset are known. */
    record TranscriptReady(Event event, TranscriptSummary transcript) implements WebhookEvent {}

    /** {@code moments.ready}: the moments of an asset are ranked. */
    record MomentsReady(Event event, MomentSet moments) implements WebhookEvent {}

    /** {@code export.ready}: every rendition can be downloaded. */
    record ExportReady(Event event, Export export) implements WebhookEvent {}

    /** {@code export.failed}: the clip could not be rendered; the export's problem says why. */
    record ExportFailed(Event event, Export export) implements WebhookEvent {}

    /** {@code job.failed}: a job ended for good without success; its problem says why. */
    record JobFailed(Event event, Job job) implements WebhookEvent {}

    /** {@code api_key.revoked}: a key stopped working for good; the key's reason says why. */
    record ApiKeyRevoked(Event event, ApiKey apiKey) implements WebhookEvent {}

    /**
     * An event that is younger than this SDK; answer it with success.
     *
     * @param type its type as it came
     */
    record Unknown(Event event, String type) implements WebhookEvent {}

    /** Gives an event of {@link io.clipforge.sdk.resources.Events} its type. */
    static WebhookEvent of(Event event) {
        return read(Json.read(Json.write(event), JsonNode.class));
    }

    static WebhookEvent read(JsonNode json) {
        Event event = Json.read(json, Event.class);
        JsonNode data = json.path("data");
        String type = json.path("type").asText();
        return switch (type) {
            case "ingest.completed" -> new IngestCompleted(event, Json.read(data, Ingest.class));
            case "ingest.failed" -> new IngestFailed(event, Json.read(data, Ingest.class));
            case "transcript.ready" ->
                    new TranscriptReady(event, Json.read(data, TranscriptSummary.class));
            case "moments.ready" -> new MomentsReady(event, Json.read(data, MomentSet.class));
            case "export.ready" -> new ExportReady(event, Json.read(data, Export.class));
            case "export.failed" -> new ExportFailed(event, Json.read(data, Export.class));
            case "job.failed" -> new JobFailed(event, Json.read(data, Job.class));
            case "api_key.revoked" -> new ApiKeyRevoked(event, Json.read(data, ApiKey.class));
            default -> new Unknown(event, type);
        };
    }
}
