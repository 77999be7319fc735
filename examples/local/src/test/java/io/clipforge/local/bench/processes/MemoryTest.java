package io.clipforge.local.bench.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void whatIsSharedCountsByItsShare() {
        var lines =
                List.of(
                        "5581c0000000-7ffd9a5fe000 ---p 00000000 00:00 0    [rollup]",
                        "Rss:              123456 kB",
                        "Pss:               98765 kB",
                        "Pss_Dirty:         87654 kB");

        assertEquals(98_765L * 1024, Memory.share(lines));
    }

    @Test
    void withoutAShareThereIsNothingToSay() {
        assertThrows(IllegalArgumentException.class, () -> Memory.share(List.of("Rss: 1 kB")));
    }

    @Test
    void thisJvmOccupiesSome() throws IOException {
        assertTrue(Memory.ofFamily(ProcessHandle.current().pid()) > 1 << 20);
    }

    @Test
    void atMostItWasAtLeastWhatItIs() throws IOException {
        long pid = ProcessHandle.current().pid();
        long now = Memory.ofFamily(pid);

        assertTrue(Memory.peak(pid) >= now / 2, "pages of children that it shares count once");
    }
}
