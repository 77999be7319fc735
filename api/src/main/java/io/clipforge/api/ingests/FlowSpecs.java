package io.clipforge.api.ingests;

import io.clipforge.api.assets.Asset;
import io.clipforge.api.json.StoredJson;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobResult.MediaFacts;
import io.clipforge.jobs.JobSpec;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;

/** What each step of the flow is asked to do. */
@Singleton
class FlowSpecs {
    private static final long MIN_CLIP_MS = 8_000;
    private static final long MAX_CLIP_MS = 60_000;
    private static final int MAX_MOMENTS = 12;

    private final Tenants tenants;

    FlowSpecs(Tenants tenants) {
        this.tenants = tenants;
    }

    JobSpec.Transcribe transcribe(Ingest ingest, JobResult.Ingested found) {
        var supplied =
                ingest.suppliedKey() == null
                        ? null
                        : new JobSpec.SuppliedTranscript(
                                ingest.suppliedKey(),
                                JobSpec.SuppliedTranscript.Format.valueOf(
                                        Objects.requireNonNull(ingest.suppliedFormat())));
        return new JobSpec.Transcribe(
                ingest.assetId(),
                found.audioKey(),
                supplied,
                ingest.options().getLanguage(),
                prefix(ingest.assetId()));
    }

    JobSpec.Analyze analyze(Ingest ingest, JobResult.Ingested found) {
        return new JobSpec.Analyze(
                ingest.assetId(), found.proxyKey(), found.audioKey(), prefix(ingest.assetId()));
    }

    JobSpec.Rank rank(Ingest ingest, Asset asset) {
        var options = ingest.options();
        long max = Objects.requireNonNullElse(options.getMaxClipMs(), MAX_CLIP_MS);
        long min = Objects.requireNonNullElse(options.getMinClipMs(), Math.min(MIN_CLIP_MS, max));
        var media = StoredJson.read(Objects.requireNonNull(asset.media()), MediaFacts.class);
        return new JobSpec.Rank(
                asset.id(),
                media.durationMs(),
                Objects.requireNonNull(asset.transcriptKey()),
                Objects.requireNonNull(asset.analysisKey()),
                min,
                Math.max(min, max),
                Objects.requireNonNullElse(options.getMaxMoments(), MAX_MOMENTS),
                prefix(asset.id()));
    }

    private String prefix(UUID assetId) {
        return tenants.current().orgId() + "/assets/" + assetId + "/";
    }
}
