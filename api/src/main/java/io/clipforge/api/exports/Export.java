package io.clipforge.api.exports;

import io.clipforge.api.generated.model.CaptionOptions;
import io.clipforge.api.generated.model.CutOptions;
import io.clipforge.api.generated.model.Ratio;
import io.clipforge.api.generated.model.SoundOptions;
import io.clipforge.api.json.StoredJson;
import io.clipforge.jobs.JobSpec;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export as it is stored.
 *
 * @param recaptionedFrom the export that it repeats with other captions
 * @param brand JSON of what the job was told of its brand kit; absent without one
 * @param renditions JSON of the finished renditions
 */
@MappedEntity("exports")
record Export(
        @Id UUID id,
        String environment,
        UUID assetId,
        @Nullable UUID momentId,
        @Nullable UUID recaptionedFrom,
        UUID jobId,
        @Nullable UUID brandKitId,
        @Nullable Integer brandKitVersion,
        long startMs,
        long endMs,
        @TypeDef(type = DataType.JSON) List<Ratio> ratios,
        @TypeDef(type = DataType.JSON) CaptionOptions captions,
        @Nullable @TypeDef(type = DataType.JSON) CutOptions cut,
        @Nullable @TypeDef(type = DataType.JSON) SoundOptions sound,
        @Nullable String brand,
        String status,
        String renditions,
        @Nullable String problemCode,
        @Nullable String problemDetail,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        Instant createdAt,
        Instant updatedAt) {

    /** What the job was told of its brand kit; absent without one. */
    JobSpec.@Nullable Brand madeWith() {
        return brand == null ? null : StoredJson.read(brand, JobSpec.Brand.class);
    }
}
