package io.clipforge.api.jobs;

import io.clipforge.api.json.StoredJson;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of rows as the JSON that {@link Jobs} and {@link JobMoves} take. */
final class JobRows {
    private JobRows() {}

    record Added(
            UUID id,
            String kind,
            String priority,
            @Nullable JobSpec spec,
            UUID flowId,
            @Nullable UUID parentId,
            @Nullable Integer part,
            @Nullable UUID ingestId,
            @Nullable UUID assetId,
            @Nullable UUID exportId,
            String status,
            int waitsFor,
            @Nullable Long workMs,
            long costMs,
            @Nullable String runAt,
            @Nullable String deduplicationKey,
            @Nullable String traceparent) {

        static Added of(NewJob job, JobStatus status, long costMs, @Nullable String traceparent) {
            return new Added(
                    job.id(),
                    job.kind().wireName(),
                    job.flow().priority().text(),
                    job.spec(),
                    job.flow().id(),
                    job.parentId(),
                    job.part(),
                    job.flow().ingestId(),
                    job.flow().assetId(),
                    job.flow().exportId(),
                    status.text(),
                    job.waitsFor(),
                    job.workMs(),
                    costMs,
                    job.runAt() == null ? null : job.runAt().toString(),
                    job.deduplicationKey(),
                    traceparent);
        }
    }

    record Bound(UUID id, UUID run, @Nullable String worker) {
        static Bound of(JobReport report) {
            var worker = report instanceof JobReport.Started it ? it.worker() : null;
            return new Bound(report.jobId(), report.run(), worker);
        }
    }

    record Sign(UUID id, String stage, double progress) {
        static Sign of(JobReport.Progressed report) {
            return new Sign(report.jobId(), report.stage(), report.progress());
        }
    }

    record End(
            UUID id,
            String status,
            @Nullable JobResult result,
            @Nullable String problemCode,
            @Nullable String problemDetail) {

        static End succeeded(UUID id, JobResult result) {
            return new End(id, JobStatus.SUCCEEDED.text(), result, null, null);
        }

        static End failed(UUID id, JobStatus status, JobProblem problem, @Nullable String detail) {
            return new End(id, status.text(), null, problem.code(), detail);
        }
    }

    static String json(Collection<?> rows) {
        return StoredJson.text(List.copyOf(rows));
    }
}
