package io.clipforge.api.brandkits;

import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.WatermarkPosition;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.jobs.JobSpec;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A brand kit as it is stored. */
@MappedEntity("brand_kits")
public record BrandKit(
        @Id UUID id,
        String environment,
        String name,
        String primaryColor,
        String textColor,
        String highlightColor,
        @Nullable UUID watermarkUploadId,
        @Nullable String watermarkKey,
        String watermarkPosition,
        double watermarkOpacity,
        int version,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        Instant createdAt,
        Instant updatedAt) {

    /** As it is now; a later change does not reach a rendering that has begun. */
    public JobSpec.Brand snapshot() {
        return new JobSpec.Brand(
                primaryColor,
                textColor,
                highlightColor,
                watermarkKey,
                JobSpec.Brand.Corner.valueOf(watermarkPosition.toUpperCase(Locale.ROOT)),
                watermarkOpacity);
    }

    io.clipforge.api.generated.model.BrandKit resource() {
        return new io.clipforge.api.generated.model.BrandKit(
                        TypeId.BRAND_KIT.text(id),
                        name,
                        primaryColor,
                        textColor,
                        highlightColor,
                        Environment.fromValue(environment),
                        metadata,
                        Times.utc(createdAt),
                        Times.utc(updatedAt))
                .watermarkUploadId(
                        watermarkUploadId == null ? null : TypeId.UPLOAD.text(watermarkUploadId))
                .watermarkPosition(WatermarkPosition.fromValue(watermarkPosition))
                .watermarkOpacity(watermarkOpacity);
    }
}
