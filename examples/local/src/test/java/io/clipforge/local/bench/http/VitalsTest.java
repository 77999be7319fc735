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
    void threadsOfTheProgramHaveANumberAndDoNotCompile() {
        var dump =
                List.of(
                        "\"main\" #1 [4711] prio=5 os_prio=0 cpu=1.00ms",
                        "   java.lang.Thread.State: WAITING (parking)",
                        "\"C2 CompilerThread0\" #11 [4712] daemon prio=9",
                        "\"HikariPool-1:housekeeper\" #40 [4713] daemon prio=5",
                        "\"GC Thread#0\" os_prio=0 cpu=3.00ms");

        assertEquals(List.of("main", "HikariPool-1:housekeeper"), Vitals.threadNames(dump));
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
