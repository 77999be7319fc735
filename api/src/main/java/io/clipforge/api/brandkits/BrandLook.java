package io.clipforge.api.brandkits;

import io.clipforge.api.generated.model.BrandKitPart;
import io.clipforge.api.generated.model.BrandKitUpdate;
import io.clipforge.api.generated.model.CaptionStyle;
import io.clipforge.api.generated.model.LowerThird;
import io.clipforge.api.generated.model.NewBrandKit;
import io.clipforge.api.generated.model.Ratio;
import io.clipforge.api.http.Items;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.jobs.JobSpec;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a brand kit may say beside its colours and its watermark; stored as JSON. */
record BrandLook(
        @Nullable Font font,
        @Nullable CaptionStyle captionStyle,
        @Nullable List<Ratio> ratios,
        JobSpec.Brand.@Nullable LowerThird lowerThird,
        @Nullable Bumper intro,
        @Nullable Bumper outro) {
    static final BrandLook PLAIN = new BrandLook(null, null, null, null, null, null);

    /** An uploaded file. */
    record Font(UUID uploadId, String key) {}

    /** An uploaded film or still picture. */
    record Bumper(UUID uploadId, String key, int stillMs) {
        JobSpec.Brand.Bumper spec() {
            return new JobSpec.Brand.Bumper(key, stillMs);
        }

        io.clipforge.api.generated.model.Bumper resource() {
            return new io.clipforge.api.generated.model.Bumper(TypeId.UPLOAD.text(uploadId))
                    .stillMs(stillMs);
        }
    }

    static BrandLook of(NewBrandKit wanted, BrandFiles files) {
        return new BrandLook(
                files.font(wanted.getFontUploadId()),
                wanted.getCaptionStyle(),
                ratios(wanted.getRatios()),
                lowerThird(wanted.getLowerThird()),
                files.bumper("intro", wanted.getIntro()),
                files.bumper("outro", wanted.getOutro()));
    }

    /** What is removed and sent is as it is sent. */
    BrandLook changed(BrandKitUpdate wanted, BrandFiles files, Set<BrandKitPart> removed) {
        return new BrandLook(
                or(files.font(wanted.getFontUploadId()), font, removed.contains(BrandKitPart.FONT)),
                or(
                        wanted.getCaptionStyle(),
                        captionStyle,
                        removed.contains(BrandKitPart.CAPTION_STYLE)),
                or(ratios(wanted.getRatios()), ratios, removed.contains(BrandKitPart.RATIOS)),
                or(
                        lowerThird(wanted.getLowerThird()),
                        lowerThird,
                        removed.contains(BrandKitPart.LOWER_THIRD)),
                or(
                        files.bumper("intro", wanted.getIntro()),
                        intro,
                        removed.contains(BrandKitPart.INTRO)),
                or(
                        files.bumper("outro", wanted.getOutro()),
                        outro,
                        removed.contains(BrandKitPart.OUTRO)));
    }

    @Nullable LowerThird shownLowerThird() {
        return lowerThird == null
                ? null
                : new LowerThird(lowerThird.title()).subtitle(lowerThird.subtitle());
    }

    private static <T> @Nullable T or(@Nullable T sent, @Nullable T before, boolean removed) {
        return sent != null || removed ? sent : before;
    }

    private static @Nullable List<Ratio> ratios(@Nullable List<Ratio> wanted) {
        return wanted == null ? null : Items.of("/ratios", wanted).stream().distinct().toList();
    }

    private static JobSpec.Brand.@Nullable LowerThird lowerThird(@Nullable LowerThird wanted) {
        if (wanted == null) {
            return null;
        }
        if (wanted.getTitle().isBlank()) {
            throw ApiProblem.invalid(
                    "/lower_third/title", "required", "A lower third has words to show.");
        }
        return new JobSpec.Brand.LowerThird(wanted.getTitle(), wanted.getSubtitle());
    }
}
