package io.clipforge.jobs;

import java.util.List;

/**
 * What a finished rendition was measured by.
 *
 * @param verdict the worst of all checks
 * @param checks in the order of the clip's making; readers pass over names they do not know
 */
public record Quality(Verdict verdict, List<Check> checks) {
    public Quality {
        checks = List.copyOf(checks);
    }

    /** What a figure says. */
    public enum Verdict {
        PASS,
        /** Worth a look. */
        WARN,
        /** The export is not delivered. */
        FAIL
    }

    /**
     * One figure.
     *
     * @param name such as {@code face_in_crop}
     * @param measured in the unit, rounded to a thousandth
     * @param limit the last figure that passes
     * @param unit its symbol, such as {@code ms}
     * @param finding one sentence for the export's owner
     */
    public record Check(
            String name,
            Verdict verdict,
            double measured,
            double limit,
            String unit,
            String finding) {}
}
