package io.clipforge.api.jobs;

import io.clipforge.api.ids.UuidV7;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Priority;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job to be made.
 *
 * @param spec absent while it waits for what the others of its flow find out
 * @param flow what it belongs to; the jobs of a flow are cancelled together
 * @param parentId the waiting job that this one releases, with others, when it has ended
 * @param part which part of a long asset this is; absent for the whole
 * @param waitsFor how many jobs release this one
 * @param workMs how much media it works through, if that is known
 * @param runAt not before this time; absent means at once
 * @param deduplicationKey while a job of the organization with this key is unfinished, asking for
 *     another gives that one
 */
public record NewJob(
        UUID id,
        JobKind kind,
        @Nullable JobSpec spec,
        Flow flow,
        @Nullable UUID parentId,
        @Nullable Integer part,
        int waitsFor,
        @Nullable Long workMs,
        @Nullable Instant runAt,
        @Nullable String deduplicationKey) {

    /**
     * The jobs of one ingest or one export.
     *
     * @param ingestId absent for an export, as the other way round
     */
    public record Flow(
            UUID id,
            @Nullable UUID ingestId,
            @Nullable UUID assetId,
            @Nullable UUID exportId,
            Priority priority) {

        public static Flow ofIngest(UUID ingestId, UUID assetId, Priority priority) {
            return new Flow(ingestId, ingestId, assetId, null, priority);
        }

        public static Flow ofExport(UUID exportId, UUID assetId, Priority priority) {
            return new Flow(exportId, null, assetId, exportId, priority);
        }

        /** To add to a flow that goes on. */
        public static Flow of(Job job) {
            return new Flow(
                    job.flowId(), job.ingestId(), job.assetId(), job.exportId(), job.urgency());
        }
    }

    public static NewJob of(JobSpec spec, Flow flow) {
        var kind = JobKind.find(spec.kind()).orElseThrow();
        return new NewJob(UuidV7.next(), kind, spec, flow, null, null, 0, null, null, null);
    }

    /** What it is asked to do is known when all it waits for has ended. */
    public static NewJob waiting(JobKind kind, Flow flow, int waitsFor) {
        return new NewJob(UuidV7.next(), kind, null, flow, null, null, waitsFor, null, null, null);
    }

    public NewJob under(NewJob parent) {
        return new NewJob(
                id, kind, spec, flow, parent.id, part, waitsFor, workMs, runAt, deduplicationKey);
    }

    public NewJob asPart(int number) {
        return new NewJob(
                id, kind, spec, flow, parentId, number, waitsFor, workMs, runAt, deduplicationKey);
    }

    public NewJob withWork(long media) {
        return new NewJob(
                id, kind, spec, flow, parentId, part, waitsFor, media, runAt, deduplicationKey);
    }

    public NewJob notBefore(@Nullable Instant time) {
        return new NewJob(
                id, kind, spec, flow, parentId, part, waitsFor, workMs, time, deduplicationKey);
    }

    public NewJob onceFor(String key) {
        return new NewJob(id, kind, spec, flow, parentId, part, waitsFor, workMs, runAt, key);
    }
}
