package io.clipforge.media.quality;

import io.clipforge.media.reframe.CropFigures;
import java.util.List;
import java.util.Locale;

/** How the crop follows whom it is about. */
public record CropChecks(CropFigures figures) {
    private static final double INSIDE = 0.95;
    private static final double LOST = 0.75;
    private static final double SPEED = 50;
    private static final double HASTE = 400;
    private static final double REVERSALS = 0.1;
    private static final double SHAKING = 1;

    public List<Check> checks() {
        return List.of(faces(), speed(), reversals());
    }

    private Check faces() {
        double inside = figures.insideShare();
        var verdict =
                inside >= INSIDE ? Verdict.PASS : inside >= LOST ? Verdict.WARN : Verdict.FAIL;
        return new Check(
                Subject.FACE_IN_CROP,
                verdict,
                inside,
                INSIDE,
                figures.faces() == 0
                        ? "No face is followed."
                        : String.format(
                                Locale.ROOT,
                                "%.1f %% of the followed faces lie in the picture.",
                                100 * inside));
    }

    private Check speed() {
        double speed = figures.travelPerSecond();
        return Check.fails(
                Subject.CROP_SPEED,
                speed,
                SPEED,
                HASTE,
                String.format(Locale.ROOT, "The crop travels %.0f px/s.", speed));
    }

    /** One turn is none too many, however short the clip is. */
    private Check reversals() {
        double reversals = figures.reversals() > 1 ? figures.reversalsPerSecond() : 0;
        return Check.fails(
                Subject.CROP_REVERSALS,
                reversals,
                REVERSALS,
                SHAKING,
                String.format(Locale.ROOT, "The crop turns back %d times.", figures.reversals()));
    }
}
