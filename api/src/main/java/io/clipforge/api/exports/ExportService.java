package io.clipforge.api.exports;

import io.clipforge.api.brandkits.BrandKit;
import io.clipforge.api.brandkits.BrandKitService;
import io.clipforge.api.generated.model.CaptionOptions;
import io.clipforge.api.generated.model.CaptionStyle;
import io.clipforge.api.generated.model.NewExport;
import io.clipforge.api.generated.model.Ratio;
import io.clipforge.api.generated.model.Recaption;
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

    @TenantTransactional
    WithJob<Export> create(NewExport wanted) {
        var kit = kit(wanted);
        return make(
                new ExportPlan(
                        spans.of(wanted),
                        null,
                        ratios(wanted, kit),
                        captions(wanted.getCaptions(), kit),
                        wanted.getCut(),
                        sounds.of(wanted.getSound()),
                        kit.map(BrandKit::id).orElse(null),
                        kit.map(BrandKit::version).orElse(null),
                        kit.map(it -> snapshot(it, wanted)).orElse(null),
                        Urgency.of(wanted.getPriority()),
                        Times.instantOrNull(wanted.getRunAt()),
                        Objects.requireNonNullElse(wanted.getMetadata(), Map.of())));
    }

    /** As it was made, from the transcript as it is now. */
    @TenantTransactional
    WithJob<Export> recaption(String id, Recaption wanted) {
        var earlier = get(id);
        return make(
                new ExportPlan(
                        spans.again(earlier),
                        earlier.id(),
                        earlier.ratios(),
                        captions(wanted.getCaptions(), earlier.captions()),
                        earlier.cut(),
                        sounds.of(earlier.sound()),
                        earlier.brandKitId(),
                        earlier.brandKitVersion(),
                        earlier.madeWith(),
                        Urgency.of(wanted.getPriority()),
                        null,
                        Objects.requireNonNullElse(wanted.getMetadata(), earlier.metadata())));
    }

    /** Export and job commit together. */
    private WithJob<Export> make(ExportPlan plan) {
        var id = UuidV7.next();
        var span = plan.span();
        var spec = plan.job(id, tenants.current().orgId() + "/exports/" + id + "/");
        var flow = NewJob.Flow.ofExport(id, span.asset().id(), plan.priority());
        var job =
                jobs.submit(
                        NewJob.of(spec, flow)
                                .withWork((span.endMs() - span.startMs()) * plan.ratios().size())
                                .notBefore(plan.notBefore()));
        var sound = plan.sound();
        var export =
                exports.add(
                        id,
                        span.asset().id(),
                        span.momentId(),
                        plan.recaptionedFrom(),
                        job.id(),
                        plan.brandKitId(),
                        plan.brandKitVersion(),
                        span.startMs(),
                        span.endMs(),
                        plan.ratios(),
                        plan.captions(),
                        plan.cut(),
                        sound == null ? null : sound.options(),
                        sound == null ? null : sound.musicUploadId(),
                        plan.brand() == null ? null : StoredJson.text(plan.brand()),
                        plan.metadata());
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
        var usual =
                new CaptionOptions()
                        .burnIn(true)
                        .style(kit.flatMap(BrandKit::captionStyle).orElse(CaptionStyle.KARAOKE))
                        .emphasizeKeywords(false)
                        .maskProfanity(false);
        return captions(wanted, usual);
    }

    /**
     * @param usual what holds where nothing is wanted
     */
    private static CaptionOptions captions(@Nullable CaptionOptions wanted, CaptionOptions usual) {
        return wanted == null
                ? usual
                : new CaptionOptions()
                        .burnIn(or(wanted.getBurnIn(), usual.getBurnIn()))
                        .style(or(wanted.getStyle(), usual.getStyle()))
                        .emphasizeKeywords(
                                or(wanted.getEmphasizeKeywords(), usual.getEmphasizeKeywords()))
                        .maskProfanity(or(wanted.getMaskProfanity(), usual.getMaskProfanity()));
    }

    private static <T> @Nullable T or(@Nullable T wanted, @Nullable T usual) {
        return wanted == null ? usual : wanted;
    }
}
