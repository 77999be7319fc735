package io.clipforge.api.ingests;

import io.clipforge.api.generated.model.IngestOptions;
import io.clipforge.api.generated.model.IngestSource;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An ingest as it is stored.
 *
 * @param suppliedKey the customer's own transcript in the object store
 * @param chatKey what was written while the video was live, in the object store
 */
@MappedEntity("ingests")
record Ingest(
        @Id UUID id,
        String environment,
        UUID projectId,
        UUID assetId,
        UUID jobId,
        @TypeDef(type = DataType.JSON) IngestSource source,
        @TypeDef(type = DataType.JSON) IngestOptions options,
        @Nullable String suppliedKey,
        @Nullable String suppliedFormat,
        @Nullable String chatKey,
        String status,
        @Nullable String problemCode,
        @Nullable String problemDetail,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        Instant createdAt,
        Instant updatedAt) {}
