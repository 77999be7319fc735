package io.clipforge.api.brandkits;

import io.clipforge.api.generated.model.CaptionStyle;
import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.Ratio;
import io.clipforge.api.generated.model.WatermarkPosition;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.json.StoredJson;
import io.clipforge.jobs.JobSpec;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A brand kit as it is stored.
 *
 * @param look JSON of what else it says; absent in versions that are older than it
 */
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
        @Nullable String look,
        int version,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * As it is now; a later change does not reach a rendering that has begun.
     *
     * @param intro whether its intro, if it has one, is wanted
     * @param outro whether its outro, if it has one, is wanted
     */
    public JobSpec.Brand snapshot(boolean intro, boolean outro) {
        var more = saysMore();
        return new JobSpec.Brand(
                primaryColor,
                textColor,
                highlightColor,
                watermarkKey,
                JobSpec.Brand.Corner.valueOf(watermarkPosition.toUpperCase(Locale.ROOT)),
                watermarkOpacity,
                more.font() == null ? null : more.font().key(),
                more.lowerThird(),
                intro && more.intro() != null ? more.intro().spec() : null,
                outro && more.outro() != null ? more.outro().spec() : null);
    }

    /** Of captions whose export does not say. */
    public Optional<CaptionStyle> captionStyle() {
        return Optional.ofNullable(saysMore().captionStyle());
    }

    /** Of an export that does not say. */
    public Optional<List<Ratio>> ratios() {
        return Optional.ofNullable(saysMore().ratios());
    }

    BrandLook saysMore() {
        return look == null ? BrandLook.PLAIN : StoredJson.read(look, BrandLook.class);
    }

    io.clipforge.api.generated.model.BrandKit resource() {
        var more = saysMore();
        return new io.clipforge.api.generated.model.BrandKit(
                        TypeId.BRAND_KIT.text(id),
                        name,
                        primaryColor,
                        textColor,
                        highlightColor,
                        version,
                        Environment.fromValue(environment),
                        metadata,
                        Times.utc(createdAt),
                        Times.utc(updatedAt))
                .watermarkUploadId(
                        watermarkUploadId == null ? null : TypeId.UPLOAD.text(watermarkUploadId))
                .watermarkPosition(WatermarkPosition.fromValue(watermarkPosition))
                .watermarkOpacity(watermarkOpacity)
                .fontUploadId(
                        more.font() == null ? null : TypeId.UPLOAD.text(more.font().uploadId()))
                .captionStyle(more.captionStyle())
                .ratios(more.ratios())
                .lowerThird(more.shownLowerThird())
                .intro(more.intro() == null ? null : more.intro().resource())
                .outro(more.outro() == null ? null : more.outro().resource());
    }
}
