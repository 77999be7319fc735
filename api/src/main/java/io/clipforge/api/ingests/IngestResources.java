package io.clipforge.api.ingests;

import static java.util.Objects.requireNonNull;

import io.clipforge.api.assets.AssetResources;
import io.clipforge.api.generated.model.Asset;
import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.IngestExpansion;
import io.clipforge.api.generated.model.IngestStatus;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.jobs.Job;
import io.clipforge.api.jobs.JobResources;
import io.clipforge.api.jobs.JobService;
import io.clipforge.api.jobs.WithJob;
import io.clipforge.api.problems.Problems;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Ingests as the API shows them. */
@Singleton
class IngestResources {
    private final JobService jobs;
    private final AssetResources assets;

    IngestResources(JobService jobs, AssetResources assets) {
        this.jobs = jobs;
        this.assets = assets;
    }

    io.clipforge.api.generated.model.Ingest of(Ingest ingest) {
        return of(List.of(ingest), List.of()).getFirst();
    }

    io.clipforge.api.generated.model.Ingest of(WithJob<Ingest> ingest) {
        return plain(ingest.made(), ingest.job());
    }

    /**
     * @param expand what is shown whole, but for what is deleted
     */
    List<io.clipforge.api.generated.model.Ingest> of(
            List<Ingest> ingests, List<IngestExpansion> expand) {
        var theirJobs = jobs.findAll(ids(ingests, Ingest::jobId));
        var theirAssets =
                expand.contains(IngestExpansion.ASSET)
                        ? assets.findAll(ids(ingests, Ingest::assetId))
                        : Map.<UUID, Asset>of();
        return ingests.stream()
                .map(it ->
                        plain(it, requireNonNull(theirJobs.get(it.jobId())))
                                .asset(theirAssets.get(it.assetId())))
                .toList();
    }

    private static List<UUID> ids(List<Ingest> ingests, Function<Ingest, UUID> id) {
        return ingests.stream().map(id).toList();
    }

    private static io.clipforge.api.generated.model.Ingest plain(Ingest ingest, Job job) {
        return new io.clipforge.api.generated.model.Ingest(
                        TypeId.INGEST.text(ingest.id()),
                        TypeId.PROJECT.text(ingest.projectId()),
                        IngestStatus.fromValue(ingest.status()),
                        ingest.source(),
                        ingest.options(),
                        TypeId.ASSET.text(ingest.assetId()),
                        JobResources.of(job),
                        Environment.fromValue(ingest.environment()),
                        ingest.metadata(),
                        Times.utc(ingest.createdAt()),
                        Times.utc(ingest.updatedAt()))
                .problem(Problems.resource(ingest.problemCode(), ingest.problemDetail()));
    }
}
