package io.clipforge.api.ingests;

import io.clipforge.api.assets.AssetService;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.jobs.Job;
import io.clipforge.api.jobs.JobListener;
import io.clipforge.api.jobs.JobService;
import io.clipforge.api.jobs.NewJob;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobResult;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;

/**
 * The flow of an ingest.
 *
 * <ol>
 *   <li>{@code ingest} probes the source; an unusable one ends here.
 *   <li>{@code transcribe} and {@code analyze} run side by side.
 *   <li>{@code rank} waits for both, and with it the ingest is complete.
 * </ol>
 */
@Singleton
final class IngestFlow implements JobListener {
    private static final int TRANSCRIBE_AND_ANALYZE = 2;

    private final Ingests ingests;
    private final JobService jobs;
    private final AssetService assets;
    private final FlowSpecs specs;
    private final FlowResults results;
    private final FlowEvents events;

    IngestFlow(
            Ingests ingests,
            JobService jobs,
            AssetService assets,
            FlowSpecs specs,
            FlowResults results,
            FlowEvents events) {
        this.ingests = ingests;
        this.jobs = jobs;
        this.assets = assets;
        this.specs = specs;
        this.results = results;
        this.events = events;
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
                results.keep(assetId(job), it);
                events.transcriptReady(ingestId(job), assetId(job), it);
                join(job);
            }
            case JobResult.Analyzed it -> {
                results.keep(assetId(job), it);
                join(job);
            }
            case JobResult.Ranked it -> complete(job, it);
            case JobResult.Rendered _ ->
                    throw new IllegalStateException("an ingest does not ask for a rendering");
        }
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

    private void split(Job job, JobResult.Ingested found) {
        assets.describe(assetId(job), found);
        var ingest = ingests.find(ingestId(job)).orElseThrow();
        var asset = ingest.assetId();
        jobs.submit(NewJob.waiting(JobKind.RANK, ingest.id(), asset, TRANSCRIBE_AND_ANALYZE));
        jobs.submit(NewJob.ofIngest(specs.transcribe(ingest, found), ingest.id(), asset));
        jobs.submit(NewJob.ofIngest(specs.analyze(ingest, found), ingest.id(), asset));
    }

    private void join(Job job) {
        jobs.arrive(
                job.flowId(),
                JobKind.RANK,
                () ->
                        specs.rank(
                                ingests.find(ingestId(job)).orElseThrow(),
                                assets.get(assetId(job))));
    }

    private void complete(Job job, JobResult.Ranked ranked) {
        var moments = results.keep(assetId(job), ranked);
        assets.ready(assetId(job));
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
