package io.clipforge.api.uploads;

import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.UploadPart;
import io.clipforge.api.generated.model.UploadStatus;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload as it is stored.
 *
 * @param storageUploadId the object store's own id of the multipart upload
 */
@MappedEntity("uploads")
public record Upload(
        @Id UUID id,
        String environment,
        @Nullable UUID projectId,
        String filename,
        long sizeBytes,
        @Nullable String contentType,
        @Nullable String sha256,
        long partSizeBytes,
        String storageKey,
        String storageUploadId,
        String status,
        Instant expiresAt,
        Instant createdAt,
        Instant updatedAt) {

    public boolean completed() {
        return status.equals("completed");
    }

    boolean open() {
        return status.equals("open");
    }

    /** As it is seen now: an open upload that is past its time has expired. */
    String status(Instant now) {
        return open() && !now.isBefore(expiresAt) ? "expired" : status;
    }

    /**
     * @param now decides whether it has expired
     * @param parts where to PUT, and for a while; none for one that is not open any more
     */
    io.clipforge.api.generated.model.Upload resource(Instant now, List<UploadPart> parts) {
        return new io.clipforge.api.generated.model.Upload(
                        TypeId.UPLOAD.text(id),
                        UploadStatus.fromValue(status(now)),
                        filename,
                        sizeBytes,
                        partSizeBytes,
                        partCount(),
                        parts,
                        Times.utc(expiresAt),
                        Environment.fromValue(environment),
                        Times.utc(createdAt),
                        Times.utc(updatedAt))
                .projectId(projectId == null ? null : TypeId.PROJECT.text(projectId))
                .contentType(contentType)
                .sha256(sha256);
    }

    int partCount() {
        return (int) ((sizeBytes + partSizeBytes - 1) / partSizeBytes);
    }
}
