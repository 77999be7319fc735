package io.clipforge.local.bench.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Duration LENGTH = Duration.ofMinutes(2);

    @Test
    void theSameSeedGivesTheSamePlan() {
        assertEquals(Plan.of(7, LENGTH), Plan.of(7, LENGTH));
        assertNotEquals(Plan.of(7, LENGTH), Plan.of(8, LENGTH));
    }

    @Test
    void everyKindOfFaultComes() {
        LongStream.range(0, 50)
                .forEach(seed -> {
                    var kinds =
                            Plan.of(seed, LENGTH).steps().stream()
                                    .map(it -> it.fault().getClass())
                                    .collect(Collectors.toSet());
                    assertEquals(Fault.class.getPermittedSubclasses().length, kinds.size());
                });
    }

    @Test
    void nobodyIsHitTwiceAtOnceAndEverythingIsOverInTime() {
        LongStream.range(0, 50)
                .forEach(seed -> {
                    var busyUntil = new HashMap<Target, Duration>();
                    for (var step : Plan.of(seed, LENGTH).steps()) {
                        var target = step.fault().target();
                        assertTrue(
                                busyUntil.getOrDefault(target, Duration.ZERO).compareTo(step.at())
                                        <= 0);
                        assertTrue(step.end().compareTo(LENGTH) < 0);
                        busyUntil.put(target, step.end());
                    }
                });
    }
}
