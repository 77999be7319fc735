package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.ProgressListener;
import io.clipforge.sdk.errors.JobFailedException;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.FlowStatus;
import io.clipforge.sdk.model.Ingest;
import io.clipforge.sdk.model.IngestExpansion;
import io.clipforge.sdk.model.IngestStatus;
import io.clipforge.sdk.model.JobEvent;
import io.clipforge.sdk.model.NewIngest;
import io.clipforge.sdk.model.Upload;
import io.clipforge.sdk.model.UploadSource;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Videos on their way to ranked moments. */
public final class Ingests {
    private final Transport transport;
    private final Uploads uploads;
    private final Jobs jobs;

    public Ingests(Transport transport, Uploads uploads, Jobs jobs) {
        this.transport = transport;
        this.uploads = uploads;
        this.jobs = jobs;
    }

    /** Uploads a file and ingests it into a project, with every option at its default. */
    public Ingest createFromFile(Path file, String projectId, ProgressListener listener) {
        return createFromFile(file, new NewIngest().projectId(projectId), listener);
    }

    /**
     * Uploads a file and ingests it.
     *
     * @param ingest the project, and whatever else is wanted; its source is set here
     * @see Uploads#upload(Path, UploadOptions, ProgressListener)
     */
    public Ingest createFromFile(Path file, NewIngest ingest, ProgressListener listener) {
        UploadOptions options = UploadOptions.defaults().withProjectId(ingest.getProjectId());
        Upload upload = uploads.upload(file, options, listener);
        return create(ingest.source(new UploadSource().uploadId(upload.getId())));
    }

    /**
     * Starts an ingest. It is safe against repetition: a key is minted for this call and kept over
     * its retries.
     */
    public Ingest create(NewIngest ingest) {
        return transport.send(Call.post("/v1/ingests").json(ingest).idempotent(), Ingest.class);
    }

    /**
     * Starts an ingest under a key of yours, so that a repetition by another process has no second
     * effect.
     *
     * @param idempotencyKey 1…255 characters, unique per intended effect, kept for 30 days
     */
    public Ingest create(NewIngest ingest, String idempotencyKey) {
        return transport.send(
                Call.post("/v1/ingests").json(ingest).idempotent(idempotencyKey), Ingest.class);
    }

    /** The ingests, newest first. */
    public Page<Ingest> list() {
        return list(new Filter());
    }

    /** The ingests that pass the filter, newest first. */
    public Page<Ingest> list(Filter filter) {
        return transport.page(filter.on(Call.get("/v1/ingests")), Ingest.class);
    }

    /** One ingest. */
    public Ingest get(String ingestId) {
        return transport.send(Call.get("/v1/ingests/{}", ingestId), Ingest.class);
    }

    /**
     * One ingest together with objects that it names, each whole.
     *
     * @throws io.clipforge.sdk.errors.ForbiddenException when the key lacks the scope to read one
     */
    public Ingest get(String ingestId, Set<IngestExpansion> expand) {
        return transport.send(
                Call.get("/v1/ingests/{}", ingestId).query("expand", text(expand)), Ingest.class);
    }

    private static String text(Set<IngestExpansion> expand) {
        return expand.stream()
                .map(IngestExpansion::getValue)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /**
     * Cancels an ingest.
     *
     * @throws io.clipforge.sdk.errors.ConflictException when it has ended otherwise
     */
    public Ingest cancel(String ingestId) {
        return transport.send(
                Call.post("/v1/ingests/{}/cancel", ingestId).repeatable(), Ingest.class);
    }

    /** Waits until the moments are ready. */
    public Ingest waitUntilDone(String ingestId) {
        return waitUntilDone(ingestId, event -> {});
    }

    /**
     * Follows the jobs of an ingest until its moments are ready. An interrupt ends the waiting.
     *
     * @throws JobFailedException when it fails or is cancelled
     */
    public Ingest waitUntilDone(String ingestId, Consumer<JobEvent> listener) {
        Ingest ingest =
                jobs.follower()
                        .settled(() -> get(ingestId), Ingest::getJob, Ingests::flow, listener);
        FlowStatus end = flow(ingest);
        if (end == FlowStatus.FAILED || end == FlowStatus.CANCELLED) {
            throw new JobFailedException(ingestId, end.getValue(), ingest.getProblem());
        }
        return ingest;
    }

    static FlowStatus flow(Ingest ingest) {
        return switch (ingest.getStatus()) {
            case QUEUED, PROCESSING -> FlowStatus.RUNNING;
            case COMPLETED -> FlowStatus.SUCCEEDED;
            case FAILED -> FlowStatus.FAILED;
            case CANCELLED -> FlowStatus.CANCELLED;
            case UNKNOWN -> FlowStatus.UNKNOWN;
        };
    }

    /** Which ingests to list. */
    public static final class Filter extends ListFilter<Filter> {
        /** Objects to return whole beside their ids; each needs the scope to read it. */
        public Filter expand(Set<IngestExpansion> expand) {
            return with("expand", text(expand));
        }

        public Filter projectId(String projectId) {
            return with("project_id", projectId);
        }

        public Filter status(IngestStatus status) {
            return with("status", status);
        }

        @Override
        Filter self() {
            return this;
        }
    }
}
