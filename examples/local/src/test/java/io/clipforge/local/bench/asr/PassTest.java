package io.clipforge.local.bench.asr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassTest {
    @Test
    void aLineIsSecondsProcessorTimeAndTokens() {
        assertEquals(new Pass(1.5, 2.25, List.of(7, 8, 9)), Pass.parse("1.5 2.25 7 8 9"));
    }

    @Test
    void tokensAreComparedWhereTheyStand() {
        var pass = new Pass(1, 1, List.of(7, 8, 9, 10));

        assertEquals(1, pass.alike(pass));
        assertEquals(0.5, pass.alike(new Pass(1, 1, List.of(7, 9, 9))));
    }
}
