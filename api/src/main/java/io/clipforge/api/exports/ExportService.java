package io.clipforge.api.exports;

import io.clipforge.api.brandkits.BrandKit;
import io.clipforge.api.brandkits.BrandKitService;
import io.clipforge.api.generated.model.CaptionOptions;
import io.clipforge.api.generated.model.CaptionStyle;
import io.clipforge.api.generated.model.NewExport;
import io.clipforge.api.generated.model.Ratio;
import io.clipforge.api.http.Items;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.ids.UuidV7;
import io.clipforge.api.jobs.JobFlows;
import io.clipforge.api.jobs.JobService;
import io.clipforge.api.jobs.NewJob;
import io.clipforge.api.jobs.Urgency;
import io.clipforge.api.jobs.WithJob;
import io.clipforge.api.json.StoredJson;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobSpec;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accepts exports and finds them again. */
@Singleton
class ExportService {
    private final Exports exports;
    private final ExportSpans spans;
    private final ExportSounds sounds;
    private final BrandKitService brandKits;
    private final JobService jobs;
    private final JobFlows flows;
    private final Tenants tenants;

    ExportService(
            Exports exports,
            ExportSpans spans,
            ExportSounds sounds,
            BrandKitService brandKits,
            JobService jobs,
            JobFlows flows,
            Tenants tenants) {
        this.exports = exports;
        this.spans = spans;
        this.sounds = sounds;
        this.brandKits = brandKits;
        this.jobs = jobs;
        this.flows = flows;
        this.tenants = tenants;
    }

    /** Export and job commit together. */
    @TenantTransactional
    WithJob<Export> create(NewExport wanted) {
        var span = spans.of(wanted);
        var kit = kit(wanted);
        var brand = kit.map(it -> snapshot(it, wanted)).orElse(null);
        var captions = captions(wanted.getCaptions(), kit);
        var sound = sounds.of(wanted.getSound());
        var ratios = ratios(wanted, kit);
        var id = UuidV7.next();
        var spec =
                new JobSpec.Render(
                        id,
                        Objects.requireNonNull(span.asset().sourceKey()),
                        Objects.requireNonNull(span.asset().transcriptKey()),
                        Objects.requireNonNull(span.asset().analysisKey()),
                        span.startMs(),
                        span.endMs(),
                        ratios.stream().map(ExportResources::ratio).toList(),
                        ExportResources.captions(captions),
                        brand,
                        ExportResources.cut(wanted.getCut()),
                        sound == null ? null : sound.spec(),
                        tenants.current().orgId() + "/exports/" + id + "/",
                        span.asset().trial(JobKind.RENDER));
        var flow = NewJob.Flow.ofExport(id, span.asset().id(), Urgency.of(wanted.getPriority()));
        var job =
                jobs.submit(
                        NewJob.of(spec, flow)
                                .withWork((span.endMs() - span.startMs()) * ratios.size())
                                .notBefore(Times.instantOrNull(wanted.getRunAt())));
        var export =
                exports.add(
                        id,
                        span.asset().id(),
                        span.momentId(),
                        job.id(),
                        kit.map(BrandKit::id).orElse(null),
                        kit.map(BrandKit::version).orElse(null),
                        span.startMs(),
                        span.endMs(),
                        ratios,
                        captions,
                        wanted.getCut(),
                        sound == null ? null : sound.options(),
                        sound == null ? null : sound.musicUploadId(),
                        brand == null ? null : StoredJson.text(brand),
                        Objects.requireNonNullElse(wanted.getMetadata(), Map.of()));
        return new WithJob<>(export, job);
    }

    @TenantTransactional
    Export get(String id) {
        return TypeId.EXPORT
                .find(id)
                .flatMap(exports::find)
                .orElseThrow(() -> ApiProblem.notFound("export"));
    }

    @TenantTransactional
    List<Export> list(
            UUID before,
            @Nullable UUID assetId,
            @Nullable UUID momentId,
            @Nullable String status,
            int limit) {
        return exports.list(before, assetId, momentId, status, limit);
    }

    @TenantTransactional
    Export cancel(String id) {
        flows.cancel(get(id).jobId());
        return get(id);
    }

    private Optional<BrandKit> kit(NewExport wanted) {
        if (wanted.getBrandKitId() == null && wanted.getBrandKitVersion() != null) {
            throw ApiProblem.invalid(
                    "/brand_kit_id", "required", "Name the brand kit that this is a version of.");
        }
        return Optional.ofNullable(wanted.getBrandKitId())
                .map(id -> brandKits.get(id, wanted.getBrandKitVersion()));
    }

    private static JobSpec.Brand snapshot(BrandKit kit, NewExport wanted) {
        return kit.snapshot(
                !Boolean.FALSE.equals(wanted.getIntro()), !Boolean.FALSE.equals(wanted.getOutro()));
    }

    private static List<Ratio> ratios(NewExport wanted, Optional<BrandKit> kit) {
        return wanted.getRatios() == null
                ? kit.flatMap(BrandKit::ratios)
                        .orElseThrow(() ->
                                ApiProblem.invalid(
                                        "/ratios",
                                        "required",
                                        "Name ratios, or a brand kit that has some."))
                : Items.of("/ratios", wanted.getRatios()).stream().distinct().toList();
    }

    private static CaptionOptions captions(
            @Nullable CaptionOptions wanted, Optional<BrandKit> kit) {
        var captions = Objects.requireNonNullElseGet(wanted, CaptionOptions::new);
        return new CaptionOptions()
                .burnIn(Objects.requireNonNullElse(captions.getBurnIn(), true))
                .style(
                        Optional.ofNullable(captions.getStyle())
                                .or(() -> kit.flatMap(BrandKit::captionStyle))
                                .orElse(CaptionStyle.KARAOKE))
                .emphasizeKeywords(Boolean.TRUE.equals(captions.getEmphasizeKeywords()))
                .maskProfanity(Boolean.TRUE.equals(captions.getMaskProfanity()));
    }
}
