package io.clipforge.local.bench.asr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final List<String> SAID = List.of("Who", "would", "have", "slept?");

    @Test
    void marksAndCapitalsAreNotHeard() {
        assertEquals(0, Words.errorRate(SAID, List.of("who", "would", "have", "slept")));
    }

    @Test
    void whatIsMistakenLeftOutOrPutInIsAnError() {
        assertEquals(0.25, Words.errorRate(SAID, List.of("who", "could", "have", "slept")));
        assertEquals(0.5, Words.errorRate(SAID, List.of("who", "slept")));
        assertEquals(0.25, Words.errorRate(SAID, List.of("who", "who", "would", "have", "slept")));
        assertEquals(1, Words.errorRate(SAID, List.of()));
    }
}
