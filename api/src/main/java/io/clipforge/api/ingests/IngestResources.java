package io.clipforge.api.ingests;

import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.IngestStatus;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.jobs.JobResources;
import io.clipforge.api.jobs.JobService;
import io.clipforge.api.problems.Problems;
import jakarta.inject.Singleton;

/** Ingests as the API shows them. */
@Singleton
class IngestResources {
    private final JobService jobs;

    IngestResources(JobService jobs) {
        this.jobs = jobs;
    }

    io.clipforge.api.generated.model.Ingest of(Ingest ingest) {
        return new io.clipforge.api.generated.model.Ingest(
                        TypeId.INGEST.text(ingest.id()),
                        TypeId.PROJECT.text(ingest.projectId()),
                        IngestStatus.fromValue(ingest.status()),
                        ingest.source(),
                        ingest.options(),
                        TypeId.ASSET.text(ingest.assetId()),
                        JobResources.of(jobs.find(ingest.jobId()).orElseThrow()),
                        Environment.fromValue(ingest.environment()),
                        ingest.metadata(),
                        Times.utc(ingest.createdAt()),
                        Times.utc(ingest.updatedAt()))
                .problem(Problems.resource(ingest.problemCode(), ingest.problemDetail()));
    }
}
