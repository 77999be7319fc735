package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.ProgressListener;
import io.clipforge.sdk.errors.JobFailedException;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.Export;
import io.clipforge.sdk.model.ExportExpansion;
import io.clipforge.sdk.model.ExportStatus;
import io.clipforge.sdk.model.FlowStatus;
import io.clipforge.sdk.model.JobEvent;
import io.clipforge.sdk.model.NewExport;
import io.clipforge.sdk.model.Recaption;
import io.clipforge.sdk.model.Rendition;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finished clips. */
public final class Exports {
    private final Transport transport;
    private final Jobs jobs;

    public Exports(Transport transport, Jobs jobs) {
        this.transport = transport;
        this.jobs = jobs;
    }

    /**
     * Starts an export. It is safe against repetition: a key is minted for this call and kept over
     * its retries.
     */
    public Export create(NewExport export) {
        return transport.send(Call.post("/v1/exports").json(export).idempotent(), Export.class);
    }

    /**
     * Starts an export under a key of yours, so that a repetition by another process has no second
     * effect.
     *
     * @param idempotencyKey 1…255 characters, unique per intended effect, kept for 30 days
     */
    public Export create(NewExport export, String idempotencyKey) {
        return transport.send(
                Call.post("/v1/exports").json(export).idempotent(idempotencyKey), Export.class);
    }

    /**
     * Makes an export again with the transcript as it is now, everything else being as it was. Safe
     * against repetition as {@link #create(NewExport)} is.
     */
    public Export recaption(String exportId, Recaption changes) {
        return transport.send(
                Call.post("/v1/exports/{}/recaption", exportId).json(changes).idempotent(),
                Export.class);
    }

    /** The exports, newest first. */
    public Page<Export> list() {
        return list(new Filter());
    }

    /** The exports that pass the filter, newest first. */
    public Page<Export> list(Filter filter) {
        return transport.page(filter.on(Call.get("/v1/exports")), Export.class);
    }

    /** One export, with fresh addresses. */
    public Export get(String exportId) {
        return transport.send(Call.get("/v1/exports/{}", exportId), Export.class);
    }

    /**
     * One export together with objects that it names, each whole.
     *
     * @throws io.clipforge.sdk.errors.ForbiddenException when the key lacks the scope to read one
     */
    public Export get(String exportId, Set<ExportExpansion> expand) {
        return transport.send(
                Call.get("/v1/exports/{}", exportId).query("expand", text(expand)), Export.class);
    }

    private static String text(Set<ExportExpansion> expand) {
        return expand.stream()
                .map(ExportExpansion::getValue)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /**
     * Cancels an export.
     *
     * @throws io.clipforge.sdk.errors.ConflictException when it has ended otherwise
     */
    public Export cancel(String exportId) {
        return transport.send(
                Call.post("/v1/exports/{}/cancel", exportId).repeatable(), Export.class);
    }

    /** Waits until every rendition can be downloaded. */
    public Export waitUntilDone(String exportId) {
        return waitUntilDone(exportId, event -> {});
    }

    /**
     * Follows the job of an export until every rendition can be downloaded. An interrupt ends the
     * waiting.
     *
     * @throws JobFailedException when it fails or is cancelled
     */
    public Export waitUntilDone(String exportId, Consumer<JobEvent> listener) {
        Export export =
                jobs.follower()
                        .settled(() -> get(exportId), Export::getJob, Exports::flow, listener);
        FlowStatus end = flow(export);
        if (end == FlowStatus.FAILED || end == FlowStatus.CANCELLED) {
            throw new JobFailedException(exportId, end.getValue(), export.getProblem());
        }
        return export;
    }

    /**
     * Downloads a clip and its companions as {@code name.mp4}, {@code .srt}, {@code .vtt} and
     * {@code .jpg}.
     *
     * @param folder an existing folder
     * @param listener hears about the clip itself
     */
    public RenditionFiles download(
            Rendition rendition, Path folder, String name, ProgressListener listener) {
        RenditionFiles files = RenditionFiles.in(folder, name);
        transport.transfers().download(rendition.getUrl(), files.video(), listener);
        transport.transfers().download(rendition.getSrtUrl(), files.srt(), ProgressListener.NONE);
        transport.transfers().download(rendition.getVttUrl(), files.vtt(), ProgressListener.NONE);
        transport
                .transfers()
                .download(rendition.getThumbnailUrl(), files.thumbnail(), ProgressListener.NONE);
        return files;
    }

    static FlowStatus flow(Export export) {
        return switch (export.getStatus()) {
            case QUEUED, RENDERING -> FlowStatus.RUNNING;
            case READY -> FlowStatus.SUCCEEDED;
            case FAILED -> FlowStatus.FAILED;
            case CANCELLED -> FlowStatus.CANCELLED;
            case UNKNOWN -> FlowStatus.UNKNOWN;
        };
    }

    /** Which exports to list. */
    public static final class Filter extends ListFilter<Filter> {
        /** Objects to return whole beside their ids; each needs the scope to read it. */
        public Filter expand(Set<ExportExpansion> expand) {
            return with("expand", text(expand));
        }

        public Filter assetId(String assetId) {
            return with("asset_id", assetId);
        }

        public Filter momentId(String momentId) {
            return with("moment_id", momentId);
        }

        public Filter status(ExportStatus status) {
            return with("status", status);
        }

        @Override
        Filter self() {
            return this;
        }
    }
}
