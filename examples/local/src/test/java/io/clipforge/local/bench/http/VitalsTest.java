package io.clipforge.local.bench.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class VitalsTest {
    @Test
    void theLastLineOfAHistogramHasTheBytes() {
        var histogram =
                List.of(
                        "4711:",
                        " num     #instances         #bytes  class name (module)",
                        "   1:         54321        7654321  [B (java.base@25.0.3)",
                        "Total        654321       98765432");

        assertEquals(98_765_432, Vitals.liveBytes(histogram));
    }

    @Test
    void aHistogramWithoutTotalIsNone() {
        assertThrows(
                IllegalArgumentException.class, () -> Vitals.liveBytes(List.of("no such process")));
    }

    @Test
    void oneMetricOfAllPoolsIsAddedUp() {
        var metrics =
                List.of(
                        "# TYPE hikaricp_connections_active gauge",
                        "hikaricp_connections_active{pool=\"one\"} 2.0",
                        "hikaricp_connections_active{pool=\"two\"} 1.0",
                        "hikaricp_connections_idle{pool=\"one\"} 14.0");

        assertEquals(3, Vitals.sum(metrics, "hikaricp_connections_active{"));
    }
}
