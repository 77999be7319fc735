package io.clipforge.media.reframe;

/**
 * How near to the window's edges a subject may come.
 *
 * @param window length of the window, pixels
 * @param range largest offset of the window, pixels
 */
record Comfort(double window, double range) {
    private static final double MARGIN = 0.1;

    /** Smallest offset at which the subject's end lies well inside. */
    double lowest(Target target) {
        return Math.clamp(target.to() + margin(target) - window, 0, range);
    }

    /** Largest offset at which the subject's beginning lies well inside. */
    double highest(Target target) {
        return Math.clamp(target.from() - margin(target), 0, range);
    }

    /** How many pixels the window is away from where the subject is comfortable. */
    double outside(Target target, double offset) {
        return Math.max(0, Math.max(lowest(target) - offset, offset - highest(target)));
    }

    /** A subject that nearly fills the window leaves less room. */
    private double margin(Target target) {
        return Math.min(MARGIN * window, (window - target.length()) / 2);
    }
}
