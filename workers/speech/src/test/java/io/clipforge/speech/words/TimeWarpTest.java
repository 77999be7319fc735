package io.clipforge.speech.words;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class TimeWarpTest {
    @Test
    void theWayFollowsWhatIsCheap() {
        float[][] costs = {
            {0, 0, 9, 9, 9, 9},
            {9, 9, 0, 9, 9, 9},
            {9, 9, 9, 0, 0, 0},
        };

        assertArrayEquals(new int[] {0, 2, 3}, TimeWarp.firstColumns(costs));
    }

    @Test
    void moreRowsThanColumnsShareThem() {
        float[][] costs = {{0}, {0}, {0}};

        assertArrayEquals(new int[] {0, 0, 0}, TimeWarp.firstColumns(costs));
    }
}
