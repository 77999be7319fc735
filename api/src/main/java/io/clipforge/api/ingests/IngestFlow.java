package io.clipforge.api.ingests;

import io.clipforge.api.assets.AssetService;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.jobs.Job;
import io.clipforge.api.jobs.JobListener;
import io.clipforge.api.jobs.JobService;
import io.clipforge.api.jobs.Landed;
import io.clipforge.api.jobs.NewJob;
import io.clipforge.api.usage.Meter;
import io.clipforge.api.usage.UsageLedger;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The flow of an ingest.
 *
 * <ol>
 *   <li>{@code ingest} probes the source; an unusable one ends here.
 *   <li>{@code transcribe} and {@code analyze} run side by side; on a long asset, many of each do,
 *       and one more of each joins what they found.
 *   <li>{@code rank} waits for both, and with it the ingest is complete.
 * </ol>
 */
@Singleton
final class IngestFlow implements JobListener {
    private final Ingests ingests;
    private final JobService jobs;
    private final AssetService assets;
    private final FlowSpecs specs;
    private final FlowResults results;
    private final FlowEvents events;
    private final UsageLedger usage;

    IngestFlow(
            Ingests ingests,
            JobService jobs,
            AssetService assets,
            FlowSpecs specs,
            FlowResults results,
            FlowEvents events,
            UsageLedger usage) {
        this.ingests = ingests;
        this.jobs = jobs;
        this.assets = assets;
        this.specs = specs;
        this.results = results;
        this.events = events;
        this.usage = usage;
    }

    @Override
    public boolean asksFor(Job job) {
        return job.ingestId() != null;
    }

    @Override
    public void started(Job job) {
        if (ingests.process(ingestId(job)) == 1) {
            assets.process(assetId(job));
        }
    }

    @Override
    public void succeeded(Job job, JobResult result) {
        switch (result) {
            case JobResult.Ingested it -> split(job, it);
            case JobResult.Transcribed it -> {
                if (isWhole(job)) {
                    results.keep(assetId(job), it);
                    events.transcriptReady(ingestId(job), assetId(job), it);
                }
            }
            case JobResult.Analyzed it -> {
                if (isWhole(job)) {
                    results.keep(assetId(job), it);
                }
            }
            case JobResult.Ranked it -> complete(job, it);
            case JobResult.Rendered _ ->
                    throw new IllegalStateException("an ingest does not ask for a rendering");
        }
    }

    @Override
    public JobSpec join(Job waiting, List<Landed> children) {
        var ingest = ingests.find(ingestId(waiting)).orElseThrow();
        var asset = assets.get(assetId(waiting));
        return switch (waiting.jobKind()) {
            case TRANSCRIBE -> specs.joinTranscripts(ingest, asset, children);
            case ANALYZE -> specs.joinAnalyses(asset, children);
            case RANK -> specs.rank(ingest, asset);
            case INGEST, RENDER ->
                    throw new IllegalStateException(waiting.kind() + " waits for nothing");
        };
    }

    @Override
    public void failed(Job job) {
        assets.fail(assetId(job), job.problemCode(), job.problemDetail());
        var ingest =
                ingests.finish(ingestId(job), "failed", job.problemCode(), job.problemDetail());
        events.failed(job, ingest);
    }

    @Override
    public void cancelled(Job job) {
        assets.fail(assetId(job), null, null);
        ingests.finish(ingestId(job), "cancelled", null, null);
    }

    @Override
    public void redriven(Job job) {
        assets.reopen(assetId(job));
        ingests.reopen(ingestId(job));
    }

    private void split(Job job, JobResult.Ingested found) {
        assets.describe(assetId(job), found);
        var ingest = ingests.find(ingestId(job)).orElseThrow();
        var asset = assets.get(assetId(job));
        jobs.submitAll(specs.afterIngest(ingest, asset, found, NewJob.Flow.of(job)));
    }

    private static boolean isWhole(Job job) {
        return job.part() == null;
    }

    private void complete(Job job, JobResult.Ranked ranked) {
        var moments = results.keep(assetId(job), ranked);
        assets.ready(assetId(job), ranked.overviewKey());
        usage.count(Meter.PROCESSED_MS, assets.get(assetId(job)).durationMs(), job.id(), job.run());
        var ingest = ingests.finish(ingestId(job), "completed", null, null);
        events.momentsReady(ingest, moments);
        events.completed(ingest);
    }

    private static UUID ingestId(Job job) {
        return Objects.requireNonNull(job.ingestId(), TypeId.JOB.text(job.id()));
    }

    private static UUID assetId(Job job) {
        return Objects.requireNonNull(job.assetId(), TypeId.JOB.text(job.id()));
    }
}
