package io.clipforge.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void whatIsNotSaidHasItsDefault() {
        var options = Options.parse(List.of("--seed", "7"));
        assertEquals(7, options.number("seed", 1));
        assertEquals(120, options.number("seconds", 120));
    }

    @Test
    void aWordThatIsNoOptionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of("seed", "7")));
        assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of("--seed")));
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        var options = Options.parse(List.of("--seed", "seven"));
        assertThrows(IllegalArgumentException.class, () -> options.number("seed", 1));
    }
}
