package io.clipforge.api.brandkits;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.generated.model.BrandKitPart;
import io.clipforge.api.generated.model.BrandKitUpdate;
import io.clipforge.api.generated.model.NewBrandKit;
import io.clipforge.api.generated.model.WatermarkPosition;
import io.clipforge.api.http.ETags;
import io.clipforge.api.http.Items;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.ids.UuidV7;
import io.clipforge.api.json.StoredJson;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.uploads.Upload;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brand kits of the current tenant. */
@Singleton
public class BrandKitService {
    private static final double OPACITY = 0.85;

    private final BrandKits kits;
    private final BrandFiles files;
    private final AuditTrail audit;

    BrandKitService(BrandKits kits, BrandFiles files, AuditTrail audit) {
        this.kits = kits;
        this.files = files;
        this.audit = audit;
    }

    /** Refuses an id that is not there. */
    @TenantTransactional
    public BrandKit get(String id) {
        return find(id, kits::find);
    }

    /**
     * Refuses one that is not there, or is deleted, and a version that it never had.
     *
     * @param version absent for how it is now
     */
    @TenantTransactional
    public BrandKit get(String id, @Nullable Integer version) {
        var kit = get(id);
        return version == null || version == kit.version()
                ? kit
                : kits.find(kit.id(), version)
                        .orElseThrow(() -> ApiProblem.notFound("version of the brand kit"));
    }

    @TenantTransactional
    BrandKit create(NewBrandKit wanted) {
        var watermark = files.watermark(wanted.getWatermarkUploadId());
        var look = BrandLook.of(wanted, files);
        var kit =
                kits.write(
                        UuidV7.next(),
                        wanted.getName(),
                        wanted.getPrimaryColor(),
                        wanted.getTextColor(),
                        wanted.getHighlightColor(),
                        watermark.map(Upload::id).orElse(null),
                        watermark.map(Upload::storageKey).orElse(null),
                        or(wanted.getWatermarkPosition(), WatermarkPosition.TOP_RIGHT).getValue(),
                        or(wanted.getWatermarkOpacity(), OPACITY),
                        StoredJson.text(look),
                        or(wanted.getMetadata(), Map.of()));
        audit.record("createBrandKit", text(kit), null, kit.resource());
        return kit;
    }

    @TenantTransactional
    BrandKit update(String id, BrandKitUpdate wanted, @Nullable String ifMatch) {
        var kit = find(id, kits::hold);
        ETags.require(ifMatch, kit.version());
        var removed = Set.copyOf(Items.of("/remove", or(wanted.getRemove(), List.of())));
        var watermark = files.watermark(wanted.getWatermarkUploadId());
        boolean unmarked = removed.contains(BrandKitPart.WATERMARK);
        var look = kit.saysMore().changed(wanted, files, removed);
        var changed =
                kits.write(
                        kit.id(),
                        or(wanted.getName(), kit.name()),
                        or(wanted.getPrimaryColor(), kit.primaryColor()),
                        or(wanted.getTextColor(), kit.textColor()),
                        or(wanted.getHighlightColor(), kit.highlightColor()),
                        watermark.map(Upload::id).orElse(unmarked ? null : kit.watermarkUploadId()),
                        watermark
                                .map(Upload::storageKey)
                                .orElse(unmarked ? null : kit.watermarkKey()),
                        wanted.getWatermarkPosition() == null
                                ? kit.watermarkPosition()
                                : wanted.getWatermarkPosition().getValue(),
                        or(wanted.getWatermarkOpacity(), kit.watermarkOpacity()),
                        StoredJson.text(look),
                        or(wanted.getMetadata(), kit.metadata()));
        audit.record("updateBrandKit", text(kit), kit.resource(), changed.resource());
        return changed;
    }

    @TenantTransactional
    List<BrandKit> list(UUID before, int limit) {
        return kits.list(before, limit);
    }

    @TenantTransactional
    void delete(String id) {
        var kit = find(id, kits::hold);
        kits.delete(kit.id());
        audit.record("deleteBrandKit", text(kit), kit.resource(), null);
    }

    private static String text(BrandKit kit) {
        return TypeId.BRAND_KIT.text(kit.id());
    }

    private static <T> T or(@Nullable T wanted, T otherwise) {
        return Objects.requireNonNullElse(wanted, otherwise);
    }

    private static BrandKit find(String id, Function<UUID, Optional<BrandKit>> query) {
        return TypeId.BRAND_KIT
                .find(id)
                .flatMap(query)
                .orElseThrow(() -> ApiProblem.notFound("brand kit"));
    }
}
