package io.clipforge.local.bench.longform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProgressWatchTest {
    @Test
    void onlyWhatRisesIsAStep() {
        var watch = new ProgressWatch();

        watch.accept(0);
        watch.accept(0.5);
        watch.accept(0.5);
        watch.accept(1);

        assertEquals(2, watch.steps());
        assertTrue(watch.untilFirst() > 0);
        assertTrue(watch.longest() > 0);
    }
}
