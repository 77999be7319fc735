package io.clipforge.media.reframe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best path of a window along one axis: exact dynamic programming over position, speed and last
 * direction, so no other path on the grid costs less.
 *
 * <p>A knot costs when the subject leaves the window, and a little when it stands off the middle;
 * moving, changing speed and above all turning round cost too. Speed and acceleration are limited.
 */
final class PathOptimizer {
    static final long STEP_MS = 200;

    /** Positions in one length of the window. */
    private static final int FINENESS = 240;

    /** Fastest move, positions a step: a quarter of the window a second. */
    static final int MAX_SPEED = FINENESS / 4 / 5;

    static final int MAX_ACCELERATION = 2;

    private static final double OUTSIDE = 40;
    private static final double OFF_CENTER = 1;
    private static final double PER_MOVE = 0.03;
    private static final double PER_ACCELERATION = 0.02;
    private static final double TURN = 6;

    private static final int SPEEDS = 2 * MAX_SPEED + 1;
    private static final int DIRECTIONS = 2;

    private final double window;
    private final double unit;
    private final int positions;
    private final Comfort comfort;

    /**
     * @param window length of the window, pixels
     * @param range how far its edge may stand from 0, pixels; more than 0
     */
    PathOptimizer(double window, double range, Comfort comfort) {
        this.window = window;
        // the last position is the range itself
        this.positions = Math.max(1, (int) Math.round(range * FINENESS / window)) + 1;
        this.unit = range / (positions - 1);
        this.comfort = comfort;
    }

    /**
     * @param targets one a step; null where the subject is unknown
     * @return an offset a step
     */
    List<Double> optimize(List<@Nullable Target> targets) {
        int states = positions * SPEEDS * DIRECTIONS;
        var cost = new double[states];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        startStill(cost, knotCosts(targets.getFirst()));
        var before = new byte[targets.size()][];
        for (int step = 1; step < targets.size(); step++) {
            var next = new double[states];
            before[step] = new byte[states];
            advance(cost, knotCosts(targets.get(step)), next, before[step]);
            cost = next;
        }
        return walkBack(cheapest(cost), before);
    }

    private void startStill(double[] cost, double[] knot) {
        for (int position = 0; position < positions; position++) {
            for (int direction = 0; direction < DIRECTIONS; direction++) {
                cost[state(position, 0, direction)] = knot[position];
            }
        }
    }

    private void advance(double[] cost, double[] knot, double[] next, byte[] before) {
        Arrays.fill(next, Double.POSITIVE_INFINITY);
        for (int position = 0; position < positions; position++) {
            for (int speed = -MAX_SPEED; speed <= MAX_SPEED; speed++) {
                for (int direction = 0; direction < DIRECTIONS; direction++) {
                    int state = state(position, speed, direction);
                    if (cost[state] < Double.POSITIVE_INFINITY) {
                        moveOn(state, position, speed, direction, cost, knot, next, before);
                    }
                }
            }
        }
    }

    private void moveOn(
            int state,
            int position,
            int speed,
            int direction,
            double[] cost,
            double[] knot,
            double[] next,
            byte[] before) {
        int slowest = Math.max(-MAX_SPEED, speed - MAX_ACCELERATION);
        int fastest = Math.min(MAX_SPEED, speed + MAX_ACCELERATION);
        for (int now = slowest; now <= fastest; now++) {
            int to = position + now;
            if (to < 0 || to >= positions) {
                continue;
            }
            int facing = now == 0 ? direction : now > 0 ? 1 : 0;
            double total =
                    cost[state]
                            + knot[to]
                            + PER_MOVE * Math.abs(now)
                            + PER_ACCELERATION * Math.abs(now - speed)
                            + (facing == direction ? 0 : TURN);
            int reached = state(to, now, facing);
            if (total < next[reached]) {
                next[reached] = total;
                before[reached] = (byte) ((now - speed) * DIRECTIONS + direction);
            }
        }
    }

    private double[] knotCosts(@Nullable Target target) {
        var costs = new double[positions];
        if (target == null) {
            return costs;
        }
        for (int position = 0; position < positions; position++) {
            double offset = position * unit;
            double off = (target.center() - window / 2 - offset) / window;
            double outside = comfort.outside(target, offset) / window;
            costs[position] = OFF_CENTER * off * off + OUTSIDE * outside;
        }
        return costs;
    }

    private int cheapest(double[] cost) {
        int best = 0;
        for (int state = 1; state < cost.length; state++) {
            best = cost[state] < cost[best] ? state : best;
        }
        return best;
    }

    private List<Double> walkBack(int last, byte[][] before) {
        var offsets = new ArrayList<Double>();
        int state = last;
        for (int step = before.length - 1; step > 0; step--) {
            offsets.add(position(state) * unit);
            int came = before[step][state];
            int speed = speed(state);
            int faster = Math.floorDiv(came, DIRECTIONS);
            int direction = Math.floorMod(came, DIRECTIONS);
            state = state(position(state) - speed, speed - faster, direction);
        }
        offsets.add(position(state) * unit);
        Collections.reverse(offsets);
        return offsets;
    }

    private static int position(int state) {
        return state / (SPEEDS * DIRECTIONS);
    }

    private static int speed(int state) {
        return state / DIRECTIONS % SPEEDS - MAX_SPEED;
    }

    private static int state(int position, int speed, int direction) {
        return (position * SPEEDS + speed + MAX_SPEED) * DIRECTIONS + direction;
    }
}
