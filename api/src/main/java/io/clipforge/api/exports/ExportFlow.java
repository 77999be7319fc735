package io.clipforge.api.exports;

import io.clipforge.api.events.EventLog;
import io.clipforge.api.generated.model.EventType;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.jobs.Job;
import io.clipforge.api.jobs.JobListener;
import io.clipforge.api.jobs.JobResources;
import io.clipforge.api.jobs.Landed;
import io.clipforge.api.json.StoredJson;
import io.clipforge.api.usage.Meter;
import io.clipforge.api.usage.UsageLedger;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The flow of an export: one rendering. */
@Singleton
final class ExportFlow implements JobListener {
    private static final String NOTHING = "[]";

    private final Exports exports;
    private final ExportResources resources;
    private final EventLog events;
    private final UsageLedger usage;

    ExportFlow(Exports exports, ExportResources resources, EventLog events, UsageLedger usage) {
        this.exports = exports;
        this.resources = resources;
        this.events = events;
        this.usage = usage;
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
        long media =
                rendered.renditions().stream().mapToLong(JobResult.Rendition::durationMs).sum();
        usage.count(Meter.RENDERED_MS, media, job.id(), job.run());
    }

    @Override
    public JobSpec join(Job waiting, List<Landed> children) {
        throw new IllegalStateException("an export waits for nothing");
    }

    @Override
    public void redriven(Job job) {
        exports.reopen(exportId(job));
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
