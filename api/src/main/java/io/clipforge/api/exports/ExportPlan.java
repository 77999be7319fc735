package io.clipforge.api.exports;

import io.clipforge.api.generated.model.CaptionOptions;
import io.clipforge.api.generated.model.CutOptions;
import io.clipforge.api.generated.model.Ratio;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an export is made of, with everything looked up that it names.
 *
 * @param recaptionedFrom the export that it repeats with other captions
 * @param captions every option told
 * @param brand the kit of that id and version as it was
 * @param notBefore absent: at once
 */
record ExportPlan(
        ExportSpans.Span span,
        @Nullable UUID recaptionedFrom,
        List<Ratio> ratios,
        CaptionOptions captions,
        @Nullable CutOptions cut,
        ExportSounds.@Nullable Sound sound,
        @Nullable UUID brandKitId,
        @Nullable Integer brandKitVersion,
        JobSpec.@Nullable Brand brand,
        Priority priority,
        @Nullable Instant notBefore,
        Map<String, String> metadata) {

    /**
     * @param outputPrefix where its files go
     */
    JobSpec.Render job(UUID exportId, String outputPrefix) {
        var asset = span.asset();
        return new JobSpec.Render(
                exportId,
                Objects.requireNonNull(asset.sourceKey()),
                Objects.requireNonNull(asset.transcriptKey()),
                Objects.requireNonNull(asset.analysisKey()),
                span.startMs(),
                span.endMs(),
                ratios.stream().map(ExportResources::ratio).toList(),
                ExportResources.captions(captions),
                brand,
                ExportResources.cut(cut),
                sound == null ? null : sound.spec(),
                outputPrefix,
                asset.trial(JobKind.RENDER));
    }
}
