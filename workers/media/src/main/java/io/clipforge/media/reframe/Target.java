package io.clipforge.media.reframe;

/**
 * What the window should show at one time, along its axis; pixels of the source.
 *
 * @param from where the subject begins
 * @param to where it ends
 * @param center where the window's middle would best be
 */
record Target(long timeMs, double from, double to, double center) {

    double length() {
        return to - from;
    }

    Target with(Target other) {
        double from = Math.min(this.from, other.from);
        double to = Math.max(this.to, other.to);
        double center = (this.center + other.center) / 2;
        return new Target(timeMs, from, to, center);
    }

    static Target between(Target a, Target b, long timeMs) {
        double part =
                b.timeMs == a.timeMs ? 0 : (double) (timeMs - a.timeMs) / (b.timeMs - a.timeMs);
        return new Target(
                timeMs,
                a.from + part * (b.from - a.from),
                a.to + part * (b.to - a.to),
                a.center + part * (b.center - a.center));
    }
}
