package io.clipforge.api.exports;

import io.clipforge.api.assets.Asset;
import io.clipforge.api.assets.AssetService;
import io.clipforge.api.generated.model.NewExport;
import io.clipforge.api.json.StoredJson;
import io.clipforge.api.moments.MomentService;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.jobs.JobResult.MediaFacts;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What part of which asset an export is to show: a moment, or a span that the customer names. */
@Singleton
class ExportSpans {
    private static final long LONGEST_MS = 600_000;

    private final MomentService moments;
    private final AssetService assets;

    ExportSpans(MomentService moments, AssetService assets) {
        this.moments = moments;
        this.assets = assets;
    }

    record Span(Asset asset, @Nullable UUID momentId, long startMs, long endMs) {}

    Span of(NewExport wanted) {
        boolean byHand =
                wanted.getAssetId() != null
                        || wanted.getStartMs() != null
                        || wanted.getEndMs() != null;
        if (wanted.getMomentId() == null) {
            return byHand(wanted);
        }
        if (byHand) {
            throw ApiProblem.invalid(
                    "/moment_id",
                    "ambiguous",
                    "Name either a moment or an asset with start_ms and end_ms, not both.");
        }
        var moment = moments.get(wanted.getMomentId());
        return new Span(
                assets.get(moment.assetId()), moment.id(), moment.startMs(), moment.endMs());
    }

    /** The same as an earlier export's. */
    Span again(Export earlier) {
        return new Span(
                assets.get(earlier.assetId()),
                earlier.momentId(),
                earlier.startMs(),
                earlier.endMs());
    }

    private Span byHand(NewExport wanted) {
        if (wanted.getAssetId() == null
                || wanted.getStartMs() == null
                || wanted.getEndMs() == null) {
            throw ApiProblem.invalid(
                    "/moment_id",
                    "required",
                    "Name a moment, or an asset with start_ms and end_ms.");
        }
        var asset = assets.get(wanted.getAssetId());
        if (!asset.status().equals("ready")) {
            throw ApiProblem.of(
                    ProblemType.CONFLICT, "The asset is " + asset.status() + ", not ready.");
        }
        requireInside(asset, wanted.getStartMs(), wanted.getEndMs());
        return new Span(asset, null, wanted.getStartMs(), wanted.getEndMs());
    }

    private static void requireInside(Asset asset, long startMs, long endMs) {
        var media = StoredJson.read(Objects.requireNonNull(asset.media()), MediaFacts.class);
        if (startMs >= endMs || endMs > media.durationMs() || endMs - startMs > LONGEST_MS) {
            throw ApiProblem.invalid(
                    "/end_ms",
                    "out_of_range",
                    "The span must end after it starts, within the asset's "
                            + media.durationMs()
                            + " ms, and last at most "
                            + LONGEST_MS
                            + " ms.");
        }
    }
}
