package io.clipforge.api.jobs;

import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.JobKind;
import io.clipforge.api.generated.model.JobStatus;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs as the API shows them. */
public final class JobResources {
    private JobResources() {}

    public static io.clipforge.api.generated.model.Job of(Job job) {
        return new io.clipforge.api.generated.model.Job(
                        TypeId.JOB.text(job.id()),
                        kind(job),
                        JobStatus.fromValue(job.status()),
                        job.progress(),
                        job.attempt(),
                        Environment.fromValue(job.environment()),
                        Times.utc(job.createdAt()),
                        Times.utc(job.updatedAt()))
                .stage(job.stage())
                .ingestId(text(TypeId.INGEST, job.ingestId()))
                .exportId(text(TypeId.EXPORT, job.exportId()))
                .assetId(text(TypeId.ASSET, job.assetId()))
                .problem(Problems.resource(job.problemCode(), job.problemDetail()))
                .startedAt(Times.utcOrNull(job.startedAt()))
                .finishedAt(Times.utcOrNull(job.finishedAt()));
    }

    /** The public name has no version: {@code render.v1} is {@code render}. */
    static JobKind kind(Job job) {
        return JobKind.fromValue(job.kind().substring(0, job.kind().indexOf('.')));
    }

    private static @Nullable String text(TypeId kind, @Nullable UUID id) {
        return id == null ? null : kind.text(id);
    }
}
