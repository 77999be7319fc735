package io.clipforge.api.assets;

import io.clipforge.api.json.StoredJson;
import io.clipforge.api.trials.Scenario;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobResult.MediaFacts;
import io.clipforge.jobs.Trial;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An asset as it is stored.
 *
 * @param scenario which magic input it is
 * @param media JSON of what the probe found
 * @param shots JSON of the shots
 */
@MappedEntity("assets")
public record Asset(
        @Id UUID id,
        String environment,
        UUID projectId,
        @Nullable UUID ingestId,
        @Nullable String scenario,
        String status,
        @Nullable String filename,
        @Nullable String media,
        @Nullable String sourceKey,
        @Nullable String audioKey,
        @Nullable String proxyKey,
        @Nullable String posterKey,
        @Nullable String waveformKey,
        @Nullable String overviewKey,
        @Nullable String transcriptKey,
        @Nullable String analysisKey,
        @Nullable String shots,
        @Nullable String problemCode,
        @Nullable String problemDetail,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        Instant createdAt,
        Instant updatedAt) {

    /** What a job about it is to try out; nothing, unless it is a magic input. */
    public @Nullable Trial trial(JobKind kind) {
        return Optional.ofNullable(scenario)
                .flatMap(Scenario::find)
                .map(it -> it.trial(kind))
                .orElse(null);
    }

    /** Its length; known since its ingest. */
    public long durationMs() {
        return StoredJson.read(Objects.requireNonNull(media), MediaFacts.class).durationMs();
    }
}
