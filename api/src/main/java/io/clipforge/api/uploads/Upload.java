package io.clipforge.api.uploads;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
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

    int partCount() {
        return (int) ((sizeBytes + partSizeBytes - 1) / partSizeBytes);
    }
}
