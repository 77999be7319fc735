package io.clipforge.local.bench.reframe;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;

/**
 * How a film was framed, counted frame by frame.
 *
 * @param faces seen, one in each frame it is in
 * @param inside of these wholly in what is shown
 * @param blank frames that show nothing of any face although there is one
 * @param reversals of direction while the window moves; a cut begins anew
 * @param travel of the window, pixels of a frame 1080 wide
 */
record Tally(double seconds, long faces, long inside, long blank, long reversals, double travel) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);
    private static final double RATE = 30;
    private static final double OUTPUT_WIDTH = 1080;

    /** Less than this, in pixels of the source, is not seen. */
    private static final double STILL = 0.01;

    /**
     * @param truth where the faces are, at a time in seconds
     */
    static Tally of(List<View> views, DoubleFunction<List<Span>> truth) {
        return views.stream().map(it -> of(it, truth)).reduce(NOTHING, Tally::plus);
    }

    private static Tally of(View view, DoubleFunction<List<Span>> truth) {
        long faces = 0;
        long inside = 0;
        long blank = 0;
        long reversals = 0;
        double travel = 0;
        double facing = 0;
        double last = Double.NaN;
        int start = (int) Math.ceil(view.startMs() * RATE / 1000);
        for (int frame = start; frame * 1000 / RATE < view.endMs(); frame++) {
            double at = frame * 1000 / RATE;
            var shown = view.shown().apply(at);
            var there = truth.apply(at / 1000);
            faces += there.size();
            inside += there.stream().filter(it -> any(shown, pane -> pane.holds(it))).count();
            boolean none = there.stream().noneMatch(it -> any(shown, pane -> pane.touches(it)));
            blank += !there.isEmpty() && none ? 1 : 0;
            var first = shown.getFirst(); // several panes stand still
            double moved = first.from() - last;
            if (Math.abs(moved) > STILL) {
                travel += Math.abs(moved) * OUTPUT_WIDTH / (first.to() - first.from());
                reversals += Math.signum(moved) == -facing ? 1 : 0;
                facing = Math.signum(moved);
            }
            last = first.from();
        }
        double seconds = (view.endMs() - view.startMs()) / 1e3;
        return new Tally(seconds, faces, inside, blank, reversals, travel);
    }

    private static boolean any(List<Span> panes, Predicate<Span> test) {
        return panes.stream().anyMatch(test);
    }

    Tally plus(Tally other) {
        return new Tally(
                seconds + other.seconds,
                faces + other.faces,
                inside + other.inside,
                blank + other.blank,
                reversals + other.reversals,
                travel + other.travel);
    }

    double insideShare() {
        return faces == 0 ? 1 : (double) inside / faces;
    }

    double reversalsPerSecond() {
        return reversals / seconds;
    }

    double travelPerSecond() {
        return travel / seconds;
    }
}
