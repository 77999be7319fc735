package io.clipforge.api.exports;

import io.clipforge.api.events.EventLog;
import io.clipforge.api.generated.model.EventType;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.jobs.Job;
import io.clipforge.api.jobs.JobListener;
import io.clipforge.api.jobs.JobResources;
import io.clipforge.api.json.StoredJson;
import io.clipforge.jobs.JobResult;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;

/** The flow of an export: one rendering. */
@Singleton
final class ExportFlow implements JobListener {
    private static final String NOTHING = "[]";

    private final Exports exports;
    private final ExportResources resources;
    private final EventLog events;

    ExportFlow(Exports exports, ExportResources resources, EventLog events) {
        this.exports = exports;
        this.resources = resources;
        this.events = events;
    }

    @Override
    public boolean asksFor(Job job) {
        return job.exportId() != null;
    }

    @Override
    public void started(Job job) {
        exports.render(exportId(job));
    }

    @Override
    public void succeeded(Job job, JobResult result) {
        if (!(result instanceof JobResult.Rendered rendered)) {
            throw new IllegalStateException("an export asks for renderings only");
        }
        var export =
                exports.finish(
                        exportId(job), "ready", StoredJson.text(rendered.renditions()), null, null);
        append(EventType.EXPORT_READY, export);
    }

    @Override
    public void failed(Job job) {
        var export =
                exports.finish(
                        exportId(job), "failed", NOTHING, job.problemCode(), job.problemDetail());
        events.append(EventType.JOB_FAILED, TypeId.JOB.text(job.id()), JobResources.of(job));
        append(EventType.EXPORT_FAILED, export);
    }

    @Override
    public void cancelled(Job job) {
        exports.finish(exportId(job), "cancelled", NOTHING, null, null);
    }

    private void append(EventType type, Export export) {
        events.append(type, TypeId.EXPORT.text(export.id()), resources.of(export));
    }

    private static UUID exportId(Job job) {
        return Objects.requireNonNull(job.exportId(), TypeId.JOB.text(job.id()));
    }
}
