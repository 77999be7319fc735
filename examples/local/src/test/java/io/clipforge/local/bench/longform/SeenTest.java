package io.clipforge.local.bench.longform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SeenTest {
    @Test
    void aLineHoldsAllThatWasSeen() {
        var seen = new Seen(521.25, 4, 360, 8.5, 1.5, 0.25, 1L << 40, 3L << 40);

        assertEquals(seen, Seen.parse(seen.line()));
    }
}
