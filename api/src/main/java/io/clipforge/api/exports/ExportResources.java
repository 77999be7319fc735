package io.clipforge.api.exports;

import static java.util.Objects.requireNonNull;

import io.clipforge.api.assets.AssetResources;
import io.clipforge.api.generated.model.Asset;
import io.clipforge.api.generated.model.CaptionOptions;
import io.clipforge.api.generated.model.CaptionStyle;
import io.clipforge.api.generated.model.CutOptions;
import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.ExportExpansion;
import io.clipforge.api.generated.model.ExportStatus;
import io.clipforge.api.generated.model.Loudness;
import io.clipforge.api.generated.model.Quality;
import io.clipforge.api.generated.model.QualityCheck;
import io.clipforge.api.generated.model.QualityVerdict;
import io.clipforge.api.generated.model.Ratio;
import io.clipforge.api.generated.model.Rendition;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.jobs.Job;
import io.clipforge.api.jobs.JobResources;
import io.clipforge.api.jobs.JobService;
import io.clipforge.api.jobs.WithJob;
import io.clipforge.api.json.StoredJson;
import io.clipforge.api.moments.Moment;
import io.clipforge.api.moments.MomentService;
import io.clipforge.api.problems.Problems;
import io.clipforge.api.storage.ObjectStore;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Exports as the API shows them. */
@Singleton
class ExportResources {
    private final JobService jobs;
    private final AssetResources assets;
    private final MomentService moments;
    private final ObjectStore store;

    ExportResources(
            JobService jobs, AssetResources assets, MomentService moments, ObjectStore store) {
        this.jobs = jobs;
        this.assets = assets;
        this.moments = moments;
        this.store = store;
    }

    io.clipforge.api.generated.model.Export of(Export export) {
        return of(List.of(export), List.of()).getFirst();
    }

    io.clipforge.api.generated.model.Export of(WithJob<Export> export) {
        return plain(export.made(), export.job());
    }

    /**
     * @param expand what is shown whole, but for what is deleted
     */
    List<io.clipforge.api.generated.model.Export> of(
            List<Export> exports, List<ExportExpansion> expand) {
        var theirJobs = jobs.findAll(ids(exports, Export::jobId));
        var theirAssets =
                expand.contains(ExportExpansion.ASSET)
                        ? assets.findAll(ids(exports, Export::assetId))
                        : Map.<UUID, Asset>of();
        var theirMoments =
                expand.contains(ExportExpansion.MOMENT)
                        ? moments.findAll(ids(exports, Export::momentId))
                        : Map.<UUID, Moment>of();
        return exports.stream()
                .map(it ->
                        plain(it, requireNonNull(theirJobs.get(it.jobId())))
                                .asset(theirAssets.get(it.assetId()))
                                .moment(whole(theirMoments, it.momentId())))
                .toList();
    }

    private static io.clipforge.api.generated.model.@Nullable Moment whole(
            Map<UUID, Moment> moments, @Nullable UUID id) {
        var moment = id == null ? null : moments.get(id);
        return moment == null ? null : moment.resource();
    }

    private static List<UUID> ids(List<Export> exports, Function<Export, @Nullable UUID> id) {
        return exports.stream().map(id).filter(Objects::nonNull).toList();
    }

    private io.clipforge.api.generated.model.Export plain(Export export, Job job) {
        var renditions =
                StoredJson.readList(export.renditions(), JobResult.Rendition[].class).stream()
                        .map(this::rendition)
                        .toList();
        var brand = export.madeWith();
        return new io.clipforge.api.generated.model.Export(
                        TypeId.EXPORT.text(export.id()),
                        TypeId.ASSET.text(export.assetId()),
                        export.startMs(),
                        export.endMs(),
                        ExportStatus.fromValue(export.status()),
                        export.ratios(),
                        export.captions(),
                        JobResources.of(job),
                        renditions,
                        Environment.fromValue(export.environment()),
                        export.metadata(),
                        Times.utc(export.createdAt()),
                        Times.utc(export.updatedAt()))
                .momentId(text(TypeId.MOMENT, export.momentId()))
                .recaptionedFrom(text(TypeId.EXPORT, export.recaptionedFrom()))
                .cut(export.cut())
                .sound(export.sound())
                .brandKitId(text(TypeId.BRAND_KIT, export.brandKitId()))
                .brandKitVersion(export.brandKitVersion())
                .intro(brand != null && brand.intro() != null)
                .outro(brand != null && brand.outro() != null)
                .problem(Problems.resource(export.problemCode(), export.problemDetail()));
    }

    static JobSpec.Ratio ratio(Ratio ratio) {
        return Arrays.stream(JobSpec.Ratio.values())
                .filter(it -> it.label().equals(ratio.getValue()))
                .findFirst()
                .orElseThrow();
    }

    static JobSpec.Captions captions(CaptionOptions options) {
        return new JobSpec.Captions(
                options.getBurnIn(),
                switch (Objects.requireNonNullElse(options.getStyle(), CaptionStyle.KARAOKE)) {
                    case CLASSIC -> JobSpec.Captions.Style.CLASSIC;
                    case KARAOKE -> JobSpec.Captions.Style.KARAOKE;
                    case BOX -> JobSpec.Captions.Style.BOX;
                    case POP -> JobSpec.Captions.Style.POP;
                },
                new JobSpec.Captions.Wording(
                        Boolean.TRUE.equals(options.getEmphasizeKeywords()),
                        Boolean.TRUE.equals(options.getMaskProfanity())));
    }

    static JobSpec.@Nullable Cut cut(@Nullable CutOptions options) {
        return options == null
                ? null
                : new JobSpec.Cut(
                        Boolean.TRUE.equals(options.getRemoveSilences()),
                        Boolean.TRUE.equals(options.getRemoveFillers()));
    }

    private Rendition rendition(JobResult.Rendition it) {
        var video = store.presignGet(it.videoKey());
        var sheet = it.contactSheetKey();
        return new Rendition(
                        Ratio.fromValue(it.ratio().label()),
                        it.width(),
                        it.height(),
                        it.durationMs(),
                        video.url(),
                        store.presignGet(it.srtKey()).url(),
                        store.presignGet(it.vttKey()).url(),
                        store.presignGet(it.thumbnailKey()).url(),
                        Times.utc(video.expiresAt()),
                        it.sizeBytes())
                .contactSheetUrl(sheet == null ? null : store.presignGet(sheet).url())
                .loudness(new Loudness(it.integratedLufs(), it.truePeakDbtp()))
                .quality(it.quality() == null ? null : quality(it.quality()));
    }

    private static Quality quality(io.clipforge.jobs.Quality quality) {
        return new Quality(
                verdict(quality.verdict()),
                quality.checks().stream()
                        .map(it ->
                                new QualityCheck(
                                        it.name(),
                                        verdict(it.verdict()),
                                        it.measured(),
                                        it.limit(),
                                        it.unit(),
                                        it.finding()))
                        .toList());
    }

    private static QualityVerdict verdict(io.clipforge.jobs.Quality.Verdict verdict) {
        return switch (verdict) {
            case PASS -> QualityVerdict.PASS;
            case WARN -> QualityVerdict.WARN;
            case FAIL -> QualityVerdict.FAIL;
        };
    }

    private static @Nullable String text(TypeId kind, @Nullable UUID id) {
        return id == null ? null : kind.text(id);
    }
}
