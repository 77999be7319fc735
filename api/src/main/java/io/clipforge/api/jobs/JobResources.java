package io.clipforge.api.jobs;

import io.clipforge.api.generated.model.AttemptOutcome;
import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.JobKind;
import io.clipforge.api.generated.model.JobStatus;
import io.clipforge.api.generated.model.Priority;
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
                        Priority.fromValue(job.priority()),
                        job.progress(),
                        job.attempt(),
                        Environment.fromValue(job.environment()),
                        Times.utc(job.createdAt()),
                        Times.utc(job.updatedAt()))
                .stage(job.stage())
                .parentId(text(TypeId.JOB, job.parentId()))
                .part(job.part())
                .degraded(job.degraded() ? true : null)
                .runAt(
                        job.state() == io.clipforge.api.jobs.JobStatus.SCHEDULED
                                ? Times.utc(job.dueAt())
                                : null)
                .ingestId(text(TypeId.INGEST, job.ingestId()))
                .exportId(text(TypeId.EXPORT, job.exportId()))
                .assetId(text(TypeId.ASSET, job.assetId()))
                .problem(Problems.resource(job.problemCode(), job.problemDetail()))
                .startedAt(Times.utcOrNull(job.startedAt()))
                .finishedAt(Times.utcOrNull(job.finishedAt()));
    }

    /** With what is expected of it; not inside of a transaction. */
    static io.clipforge.api.generated.model.Job of(Job job, Forecasts.Forecast forecast) {
        return of(job).queuePosition(forecast.position()).eta(Times.utcOrNull(forecast.end()));
    }

    static io.clipforge.api.generated.model.JobAttempt attempt(JobAttempt attempt) {
        return new io.clipforge.api.generated.model.JobAttempt(
                        attempt.attempt(),
                        AttemptOutcome.fromValue(attempt.outcome()),
                        attempt.progress(),
                        Times.utc(attempt.endedAt()))
                .detail(attempt.detail())
                .worker(attempt.worker())
                .stage(attempt.stage())
                .startedAt(Times.utcOrNull(attempt.startedAt()));
    }

    /** The public name has no version: {@code render.v1} is {@code render}. */
    static JobKind kind(Job job) {
        return JobKind.fromValue(job.kind().substring(0, job.kind().indexOf('.')));
    }

    private static @Nullable String text(TypeId kind, @Nullable UUID id) {
        return id == null ? null : kind.text(id);
    }
}
