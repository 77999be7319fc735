package io.clipforge.api.assets;

import io.clipforge.api.json.StoredJson;
import io.clipforge.jobs.JobResult.MediaFacts;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An asset as it is stored.
 *
 * @param media JSON of what the probe found
 * @param shots JSON of the shots
 */
@MappedEntity("assets")
public record Asset(
        @Id UUID id,
        String environment,
        UUID projectId,
        @Nullable UUID ingestId,
        String status,
        @Nullable String filename,
        @Nullable String media,
        @Nullable String sourceKey,
        @Nullable String audioKey,
        @Nullable String proxyKey,
        @Nullable String posterKey,
        @Nullable String waveformKey,
        @Nullable String transcriptKey,
        @Nullable String analysisKey,
        @Nullable String shots,
        @Nullable String problemCode,
        @Nullable String problemDetail,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        Instant createdAt,
        Instant updatedAt) {

    /** Its length; known since its ingest. */
    public long durationMs() {
        return StoredJson.read(Objects.requireNonNull(media), MediaFacts.class).durationMs();
    }
}
