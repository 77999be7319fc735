package io.clipforge.media.shots;

import java.util.List;

/**
 * Tells whether one picture is being blended into another. Over half a second the picture then goes
 * steadily from one end to the other, faster than anything moves before and after, and what is seen
 * well before and after is different: a moving camera fails the first test, a scene that changes
 * all the time the second, changing light the third.
 */
final class Dissolve {
    private static final long HALF_MS = 240;
    private static final long FAR_MS = 800;
    private static final double LEAST_CHANGE = 8;
    private static final double MOST_DETOUR = 1.25;
    private static final double MOST_AT_ONCE = 0.35;
    private static final double LEAST_PACE = 2.5;
    private static final double MOST_LIKENESS = 0.8;

    private Dissolve() {}

    static boolean at(int middle, List<Step> steps) {
        int half = count(HALF_MS, steps);
        int far = count(FAR_MS, steps);
        if (half < 2 || middle < far || middle + far >= steps.size()) {
            return false;
        }
        var start = steps.get(middle - half).picture();
        var end = steps.get(middle + half).picture();
        double change = start.difference(end);
        var inside = steps.subList(middle - half + 1, middle + half + 1);
        double way = way(inside);
        boolean jump = inside.stream().anyMatch(step -> step.change() > MOST_AT_ONCE * way);
        if (jump || change < LEAST_CHANGE || way > MOST_DETOUR * change) {
            return false;
        }
        var outside = steps.subList(0, middle - far + 1);
        var beyond = steps.subList(middle + far, steps.size());
        double calm = Math.max(pace(outside), pace(beyond));
        return way / inside.size() >= LEAST_PACE * calm
                && differ(outside.getLast(), beyond.getFirst())
                && steps.stream().noneMatch(step -> step.picture().black());
    }

    private static boolean differ(Step before, Step after) {
        return before.picture().likeness(after.picture()) < MOST_LIKENESS;
    }

    private static double way(List<Step> steps) {
        return steps.stream().mapToDouble(Step::change).sum();
    }

    private static double pace(List<Step> steps) {
        return way(steps) / steps.size();
    }

    private static int count(long millis, List<Step> steps) {
        double length = steps.getLast().timeMs() - steps.getFirst().timeMs();
        return length <= 0 ? 0 : (int) Math.round(millis * (steps.size() - 1) / length);
    }
}
