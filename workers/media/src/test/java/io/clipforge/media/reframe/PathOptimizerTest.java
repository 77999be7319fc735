package io.clipforge.media.reframe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PathOptimizerTest {
    private static final double WINDOW = 608;
    private static final double RANGE = 1920 - WINDOW;
    private static final double FACE = 190;

    private final Comfort comfort = new Comfort(WINDOW, RANGE);
    private final PathOptimizer optimizer = new PathOptimizer(WINDOW, RANGE, comfort);

    @Test
    void aSubjectThatStandsIsCentered() {
        var offsets = optimizer.optimize(standing(1000, 20));
        assertEquals(1, offsets.stream().distinct().count());
        assertEquals(1000 - WINDOW / 2, offsets.getFirst(), 3);
    }

    @Test
    void aSubjectThatSwaysWithinComfortMovesNothing() {
        var targets = new ArrayList<@Nullable Target>();
        for (int i = 0; i < 100; i++) {
            targets.add(target(i, 960 + 120 * Math.sin(i / 4.0)));
        }
        assertEquals(1, optimizer.optimize(targets).stream().distinct().count());
    }

    @Test
    void speedAndAccelerationStayWithinTheirLimitsWhateverTheSubjectDoes() {
        var random = new Random(7);
        for (int round = 0; round < 20; round++) {
            var offsets = optimizer.optimize(wandering(random, 60));
            double unit = RANGE / Math.round(RANGE * 240 / WINDOW);
            double speed = 0;
            for (int i = 1; i < offsets.size(); i++) {
                double now = offsets.get(i) - offsets.get(i - 1);
                assertTrue(Math.abs(now) <= PathOptimizer.MAX_SPEED * unit + 0.01);
                assertTrue(Math.abs(now - speed) <= PathOptimizer.MAX_ACCELERATION * unit + 0.01);
                speed = now;
            }
            assertTrue(offsets.stream().allMatch(it -> it >= 0 && it <= RANGE + 0.001));
        }
    }

    @Test
    void theWindowStartsBeforeTheSubjectLeavesIt() {
        var targets = new ArrayList<@Nullable Target>(standing(500, 20));
        for (int i = 20; i < 60; i++) {
            targets.add(target(i, Math.min(1400, 500 + 45 * (i - 20))));
        }
        var offsets = optimizer.optimize(targets);
        for (int i = 0; i < targets.size(); i++) {
            var target = Objects.requireNonNull(targets.get(i));
            assertTrue(offsets.get(i) <= target.from());
            assertTrue(offsets.get(i) + WINDOW >= target.to());
        }
    }

    @Test
    void anUnseenSubjectCostsNothing() {
        var targets = new ArrayList<@Nullable Target>(standing(700, 5));
        for (int i = 0; i < 10; i++) {
            targets.add(null);
        }
        assertEquals(1, optimizer.optimize(targets).stream().distinct().count());
    }

    @Test
    void noSmallChangeOfAPathIsCheaper() {
        // exactness, checked against every path of a tiny problem
        var tiny =
                new PathOptimizer(WINDOW, 4 * WINDOW / 240, new Comfort(WINDOW, 4 * WINDOW / 240));
        var targets =
                List.<@Nullable Target>of(
                        target(0, 300), target(1, 306), target(2, 318), target(3, 300));
        var best = tiny.optimize(targets);
        double unit = WINDOW / 240;
        double cheapest = Double.POSITIVE_INFINITY;
        for (int code = 0; code < 625; code++) {
            var path =
                    List.of(
                            code % 5 * unit,
                            code / 5 % 5 * unit,
                            code / 25 % 5 * unit,
                            code / 125 % 5 * unit);
            cheapest = Math.min(cheapest, cost(path, targets, new Comfort(WINDOW, 4 * unit), unit));
        }
        assertEquals(cheapest, cost(best, targets, new Comfort(WINDOW, 4 * unit), unit), 1e-9);
    }

    /** The same price list, written down a second time. */
    private static double cost(
            List<Double> path, List<@Nullable Target> targets, Comfort comfort, double unit) {
        double total = 0;
        long speed = 0;
        long facing = 0;
        for (int i = 0; i < path.size(); i++) {
            var target = targets.get(i);
            if (target != null) {
                double off = (target.center() - WINDOW / 2 - path.get(i)) / WINDOW;
                total += off * off + 40 * comfort.outside(target, path.get(i)) / WINDOW;
            }
            long now = i == 0 ? 0 : Math.round((path.get(i) - path.get(i - 1)) / unit);
            if (Math.abs(now - speed) > 2) {
                return Double.POSITIVE_INFINITY;
            }
            total += 0.03 * Math.abs(now) + 0.02 * Math.abs(now - speed);
            total += now != 0 && facing != 0 && Long.signum(now) != facing ? 6 : 0;
            facing = now == 0 ? facing : Long.signum(now);
            speed = now;
        }
        return total;
    }

    private static List<@Nullable Target> standing(double center, int steps) {
        var targets = new ArrayList<@Nullable Target>();
        for (int i = 0; i < steps; i++) {
            targets.add(target(i, center));
        }
        return targets;
    }

    private static List<@Nullable Target> wandering(Random random, int steps) {
        var targets = new ArrayList<@Nullable Target>();
        double at = 960;
        for (int i = 0; i < steps; i++) {
            at = Math.clamp(at + random.nextGaussian() * 90, 100, 1820);
            targets.add(target(i, at));
        }
        return targets;
    }

    private static Target target(int step, double center) {
        return new Target(
                step * PathOptimizer.STEP_MS, center - FACE / 2, center + FACE / 2, center);
    }
}
