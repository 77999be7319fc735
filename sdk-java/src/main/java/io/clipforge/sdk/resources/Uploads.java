package io.clipforge.sdk.resources;

import io.clipforge.sdk.ProgressListener;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.NewUpload;
import io.clipforge.sdk.model.NewUploadParts;
import io.clipforge.sdk.model.Upload;
import io.clipforge.sdk.model.UploadCompletion;
import io.clipforge.sdk.model.UploadPart;
import io.clipforge.sdk.model.UploadPartList;
import java.nio.file.Path;
import java.util.List;

/**
 * Files on their way into storage. {@link #upload(Path)} does everything; the other calls are its
 * steps.
 */
public final class Uploads {
    private final Transport transport;

    public Uploads(Transport transport) {
        this.transport = transport;
    }

    /** Uploads a whole file and completes the upload. */
    public Upload upload(Path file) {
        return upload(file, ProgressListener.NONE);
    }

    /** Uploads a whole file and completes the upload. */
    public Upload upload(Path file, ProgressListener listener) {
        return upload(file, UploadOptions.defaults(), listener);
    }

    /**
     * Uploads a whole file: its parts go straight to the storage, several at a time, each again
     * when it fails. An upload that cannot be finished is aborted.
     *
     * @throws java.io.UncheckedIOException when the file cannot be read
     * @throws io.clipforge.sdk.errors.StorageException when the storage refuses a part for good
     */
    public Upload upload(Path file, UploadOptions options, ProgressListener listener) {
        return new FileUpload(this, transport, file, options, listener).run();
    }

    /** Announces a file; the answer carries the addresses of its first parts. */
    public Upload create(NewUpload upload) {
        return transport.send(Call.post("/v1/uploads").json(upload).idempotent(), Upload.class);
    }

    /**
     * The same under a key of yours, so that a repetition by another process has no second effect.
     *
     * @param idempotencyKey 1…255 characters, unique per intended effect, kept for 30 days
     */
    public Upload create(NewUpload upload, String idempotencyKey) {
        return transport.send(
                Call.post("/v1/uploads").json(upload).idempotent(idempotencyKey), Upload.class);
    }

    /** The state of an upload. */
    public Upload get(String uploadId) {
        return transport.send(Call.get("/v1/uploads/{}", uploadId), Upload.class);
    }

    /**
     * Fresh addresses for the parts named.
     *
     * @param partNumbers 1…100 numbers, counted from 1
     */
    public List<UploadPart> createParts(String uploadId, List<Integer> partNumbers) {
        return transport
                .send(
                        Call.post("/v1/uploads/{}/parts", uploadId)
                                .json(new NewUploadParts().partNumbers(partNumbers))
                                .repeatable(),
                        UploadPartList.class)
                .getData();
    }

    /** Joins the parts into one file; repeating it changes nothing. */
    public Upload complete(String uploadId, UploadCompletion completion) {
        return transport.send(
                Call.post("/v1/uploads/{}/complete", uploadId).json(completion).repeatable(),
                Upload.class);
    }

    /** Throws the parts away; repeating it changes nothing. */
    public Upload abort(String uploadId) {
        return transport.send(
                Call.post("/v1/uploads/{}/abort", uploadId).repeatable(), Upload.class);
    }
}
