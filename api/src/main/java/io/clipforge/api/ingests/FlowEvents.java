package io.clipforge.api.ingests;

import io.clipforge.api.events.EventLog;
import io.clipforge.api.generated.model.EventType;
import io.clipforge.api.generated.model.MomentSet;
import io.clipforge.api.generated.model.TranscriptSummary;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.jobs.Job;
import io.clipforge.api.jobs.JobResources;
import io.clipforge.api.moments.Moment;
import io.clipforge.jobs.JobResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What the flow tells the outside. */
@Singleton
class FlowEvents {
    private final EventLog events;
    private final IngestResources resources;

    FlowEvents(EventLog events, IngestResources resources) {
        this.events = events;
        this.resources = resources;
    }

    void transcriptReady(UUID ingestId, UUID assetId, JobResult.Transcribed result) {
        var asset = TypeId.ASSET.text(assetId);
        events.append(
                EventType.TRANSCRIPT_READY,
                asset,
                new TranscriptSummary(asset, result.language(), result.engine(), result.words())
                        .ingestId(TypeId.INGEST.text(ingestId)));
    }

    void momentsReady(Ingest ingest, List<Moment> moments) {
        var asset = TypeId.ASSET.text(ingest.assetId());
        events.append(
                EventType.MOMENTS_READY,
                asset,
                new MomentSet(asset, moments.stream().map(Moment::resource).toList())
                        .ingestId(TypeId.INGEST.text(ingest.id())));
    }

    void completed(Ingest ingest) {
        events.append(
                EventType.INGEST_COMPLETED, TypeId.INGEST.text(ingest.id()), resources.of(ingest));
    }

    void failed(Job job, Ingest ingest) {
        events.append(EventType.JOB_FAILED, TypeId.JOB.text(job.id()), JobResources.of(job));
        events.append(
                EventType.INGEST_FAILED, TypeId.INGEST.text(ingest.id()), resources.of(ingest));
    }
}
