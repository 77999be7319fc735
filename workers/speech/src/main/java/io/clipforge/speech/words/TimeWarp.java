package io.clipforge.speech.words;

import java.util.Arrays;

/**
 * The cheapest way through a matrix from the first corner to the last, one step down, right or both
 * at a time: dynamic time warping (Sakoe and Chiba, 1978).
 */
final class TimeWarp {
    private static final byte BOTH = 0;
    private static final byte DOWN = 1;
    private static final byte RIGHT = 2;

    private TimeWarp() {}

    /**
     * @param costs a row per token, a column per time; neither may be empty
     * @return for each row the first column that the way has in it
     */
    static int[] firstColumns(float[][] costs) {
        var steps = steps(costs);
        var first = new int[costs.length];
        int row = costs.length - 1;
        int column = costs[0].length - 1;
        while (row > 0 || column > 0) {
            byte step = row == 0 ? RIGHT : column == 0 ? DOWN : steps[row][column];
            if (step != RIGHT) {
                first[row] = column;
                row--;
            }
            if (step != DOWN) {
                column--;
            }
        }
        return first;
    }

    /** How the cheapest way comes to each field. */
    private static byte[][] steps(float[][] costs) {
        int columns = costs[0].length;
        var steps = new byte[costs.length][columns];
        var above = new float[columns + 1];
        Arrays.fill(above, Float.POSITIVE_INFINITY);
        above[0] = 0;
        for (int row = 0; row < costs.length; row++) {
            var here = new float[columns + 1];
            here[0] = Float.POSITIVE_INFINITY;
            for (int column = 1; column <= columns; column++) {
                float both = above[column - 1];
                float down = above[column];
                float right = here[column - 1];
                byte step =
                        both < down && both < right
                                ? BOTH
                                : down < both && down < right ? DOWN : RIGHT;
                steps[row][column - 1] = step;
                here[column] =
                        costs[row][column - 1]
                                + (step == BOTH ? both : step == DOWN ? down : right);
            }
            above = here;
        }
        return steps;
    }
}
