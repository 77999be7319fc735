package io.clipforge.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void aQuantileIsTheSmallestMeasuredValueThatTheShareDoesNotExceed() {
        var hundred =
                new Quantiles(IntStream.rangeClosed(1, 100).mapToObj(it -> 101.0 - it).toList());
        assertEquals(50, hundred.at(0.5));
        assertEquals(99, hundred.at(0.99));
        assertEquals(100, hundred.at(0.991));
        assertEquals(100, hundred.at(1));
        assertEquals(1, hundred.at(0));
    }

    @Test
    void ofFewValuesTheHighQuantileIsTheGreatest() {
        assertEquals(3, Quantiles.of(List.of(3.0, 1.0, 2.0)).at(0.99));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertEquals(2, Quantiles.of(List.of(3.0, 1.0, 2.0)).median());
        assertEquals(2.5, Quantiles.of(List.of(4.0, 1.0, 2.0, 3.0)).median());
    }

    @Test
    void nothingHasNoQuantile() {
        assertThrows(IllegalArgumentException.class, () -> Quantiles.of(List.of()));
    }
}
