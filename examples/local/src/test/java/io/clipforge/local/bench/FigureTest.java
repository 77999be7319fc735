package io.clipforge.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void aRatioAboveOneMeansBetterWhicheverWayBetterIs() {
        assertEquals(
                "rate: 200.00 jobs/s, peer 100.00 jobs/s, ratio 2.00",
                Figure.moreIsBetter("rate", "jobs/s", 200, 100, "peer").line());
        assertEquals(
                "wait: 5.00 ms, peer 10.00 ms, ratio 2.00",
                Figure.lessIsBetter("wait", "ms", 5, 10, "peer").line());
    }

    @Test
    void withoutAPeerItStandsAlone() {
        assertEquals("faults: 7.00", Figure.of("faults", "", 7).line());
    }
}
