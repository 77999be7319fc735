package io.clipforge.local.bench.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void whatRisesEvenlyIsFollowed() {
        var trend = Trend.of(List.of(0, 10, 20, 30), it -> it, it -> 100 + it / 2.0);

        assertEquals(100, trend.from(), 1e-9);
        assertEquals(115, trend.to(), 1e-9);
        assertEquals(0.15, trend.growth(), 1e-9);
    }

    @Test
    void whatGoesUpAndDownIsFlat() {
        var trend = Trend.of(List.of(0, 1, 2, 3, 4), it -> it, it -> it % 2 == 0 ? 50 : 60);

        assertEquals(0, trend.growth(), 1e-9);
    }

    @Test
    void onePointIsNoLine() {
        assertThrows(
                IllegalArgumentException.class, () -> Trend.of(List.of(1), it -> it, it -> it));
    }
}
