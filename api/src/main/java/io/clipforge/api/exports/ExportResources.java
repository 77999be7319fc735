package io.clipforge.api.exports;

import io.clipforge.api.generated.model.CaptionOptions;
import io.clipforge.api.generated.model.CaptionStyle;
import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.ExportStatus;
import io.clipforge.api.generated.model.Loudness;
import io.clipforge.api.generated.model.Ratio;
import io.clipforge.api.generated.model.Rendition;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.jobs.JobResources;
import io.clipforge.api.jobs.JobService;
import io.clipforge.api.json.StoredJson;
import io.clipforge.api.problems.Problems;
import io.clipforge.api.storage.ObjectStore;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exports as the API shows them. */
@Singleton
class ExportResources {
    private final JobService jobs;
    private final ObjectStore store;

    ExportResources(JobService jobs, ObjectStore store) {
        this.jobs = jobs;
        this.store = store;
    }

    io.clipforge.api.generated.model.Export of(Export export) {
        var renditions =
                StoredJson.readList(export.renditions(), JobResult.Rendition[].class).stream()
                        .map(this::rendition)
                        .toList();
        return new io.clipforge.api.generated.model.Export(
                        TypeId.EXPORT.text(export.id()),
                        TypeId.ASSET.text(export.assetId()),
                        export.startMs(),
                        export.endMs(),
                        ExportStatus.fromValue(export.status()),
                        export.ratios(),
                        export.captions(),
                        JobResources.of(jobs.find(export.jobId()).orElseThrow()),
                        renditions,
                        Environment.fromValue(export.environment()),
                        export.metadata(),
                        Times.utc(export.createdAt()),
                        Times.utc(export.updatedAt()))
                .momentId(text(TypeId.MOMENT, export.momentId()))
                .brandKitId(text(TypeId.BRAND_KIT, export.brandKitId()))
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
                options.getStyle() == CaptionStyle.CLASSIC
                        ? JobSpec.Captions.Style.CLASSIC
                        : JobSpec.Captions.Style.KARAOKE);
    }

    private Rendition rendition(JobResult.Rendition it) {
        var video = store.presignGet(it.videoKey());
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
                .loudness(new Loudness(it.integratedLufs(), it.truePeakDbtp()));
    }

    private static @Nullable String text(TypeId kind, @Nullable UUID id) {
        return id == null ? null : kind.text(id);
    }
}
