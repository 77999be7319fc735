package io.clipforge.media.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One figure of a clip and what it says.
 *
 * @param measured in the subject's unit, rounded to a thousandth
 * @param limit the last figure that passes, in the same unit
 * @param finding one sentence for the clip's owner
 */
public record Check(
        Subject subject, Verdict verdict, double measured, double limit, String finding) {
    private static final int DIGITS = 3;

    public Check {
        measured = rounded(measured);
        limit = rounded(limit);
    }

    /** What is fine up to a limit, and past it worth a look. */
    static Check warnsAbove(Subject subject, double measured, double limit, String finding) {
        return fails(subject, measured, limit, Double.POSITIVE_INFINITY, finding);
    }

    /** What is fine up to a limit, and past it a fault. */
    static Check failsAbove(Subject subject, double measured, double limit, String finding) {
        return fails(subject, measured, limit, limit, finding);
    }

    /** What is fine up to a limit, worth a look past it, and a fault past another. */
    static Check fails(
            Subject subject, double measured, double limit, double worst, String finding) {
        double figure = rounded(measured);
        var verdict =
                figure > worst
                        ? Verdict.FAIL
                        : figure > rounded(limit) ? Verdict.WARN : Verdict.PASS;
        return new Check(subject, verdict, figure, limit, finding);
    }

    Check with(Verdict other) {
        return new Check(subject, other, measured, limit, finding);
    }

    private static double rounded(double figure) {
        return BigDecimal.valueOf(figure).setScale(DIGITS, RoundingMode.HALF_UP).doubleValue();
    }
}
