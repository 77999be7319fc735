package io.clipforge.api.uploads;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The uploads of a tenant. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Uploads extends GenericRepository<Upload, UUID> {

    @Query(
            """
            insert into uploads (id, project_id, filename, size_bytes, content_type, sha256,
                                 part_size_bytes, storage_key, storage_upload_id, expires_at)
            values (:id, :projectId, :filename, :sizeBytes, :contentType, :sha256,
                    :partSizeBytes, :storageKey, :storageUploadId, :expiresAt)
            returning *
            """)
    Upload add(
            UUID id,
            @Nullable UUID projectId,
            String filename,
            long sizeBytes,
            @Nullable String contentType,
            @Nullable String sha256,
            long partSizeBytes,
            String storageKey,
            String storageUploadId,
            Instant expiresAt);

    @Query("select * from uploads where id = :id")
    Optional<Upload> find(UUID id);

    @Query("select * from uploads where id = :id for share")
    Optional<Upload> keep(UUID id);

    @Query("select * from uploads where id = :id for update")
    Optional<Upload> hold(UUID id);

    @Query("update uploads set status = :status, updated_at = now() where id = :id returning *")
    Upload move(UUID id, String status);
}
