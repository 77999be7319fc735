package io.clipforge.api.jobs;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobSpec;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job to be made.
 *
 * @param spec absent while it waits for what the others of its flow find out
 * @param flowId shared by all jobs of one ingest or one export; they are cancelled together
 * @param waitsFor how many jobs of the flow must land before it
 */
public record NewJob(
        JobKind kind,
        @Nullable JobSpec spec,
        UUID flowId,
        @Nullable UUID ingestId,
        @Nullable UUID assetId,
        @Nullable UUID exportId,
        int waitsFor) {

    public static NewJob ofIngest(JobSpec spec, UUID ingestId, UUID assetId) {
        return new NewJob(
                JobKind.find(spec.kind()).orElseThrow(),
                spec,
                ingestId,
                ingestId,
                assetId,
                null,
                0);
    }

    public static NewJob waiting(JobKind kind, UUID ingestId, UUID assetId, int waitsFor) {
        return new NewJob(kind, null, ingestId, ingestId, assetId, null, waitsFor);
    }

    public static NewJob ofExport(JobSpec spec, UUID exportId, UUID assetId) {
        return new NewJob(
                JobKind.find(spec.kind()).orElseThrow(),
                spec,
                exportId,
                null,
                assetId,
                exportId,
                0);
    }
}
