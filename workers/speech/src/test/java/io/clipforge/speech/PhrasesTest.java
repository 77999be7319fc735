package io.clipforge.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.speech.tokens.SpecialTokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final SpecialTokens SPECIAL = Fixtures.tokenizer("bins80").special();
    private static final int BEGIN = SPECIAL.timestampBegin();

    @Test
    void whatTheWindowCutsOffIsLeftToTheNext() {
        var phrases =
                Phrases.of(
                        List.of(
                                BEGIN,
                                40,
                                BEGIN + 100,
                                BEGIN + 110,
                                41,
                                BEGIN + 200,
                                BEGIN + 210,
                                42),
                        3000,
                        SPECIAL);

        assertEquals(400, phrases.frames());
        assertEquals(
                List.of(List.of(BEGIN, 40, BEGIN + 100), List.of(BEGIN + 110, 41, BEGIN + 200)),
                phrases.phrases().stream().map(Phrases.Phrase::tokens).toList());
        assertEquals(2.2, phrases.phrases().getLast().start(), 1e-9);
        assertEquals(4, phrases.phrases().getLast().end(), 1e-9);
    }

    @Test
    void aSingleTimeAtTheEndSaysThatTheWindowIsDone() {
        var phrases =
                Phrases.of(
                        List.of(BEGIN, 40, BEGIN + 100, BEGIN + 110, 41, BEGIN + 200),
                        2500,
                        SPECIAL);

        assertEquals(2500, phrases.frames());
        assertEquals(2, phrases.phrases().size());
    }

    @Test
    void withoutAPairTheWholeWindowIsOnePhrase() {
        var timed = Phrases.of(List.of(BEGIN + 5, 40, 41, BEGIN + 100), 3000, SPECIAL);
        var untimed = Phrases.of(List.of(BEGIN, 40, 41), 2500, SPECIAL);

        assertEquals(
                List.of(new Phrases.Phrase(0, 2, List.of(BEGIN + 5, 40, 41, BEGIN + 100))),
                timed.phrases());
        assertEquals(List.of(new Phrases.Phrase(0, 25, List.of(BEGIN, 40, 41))), untimed.phrases());
        assertEquals(3000, timed.frames());
    }
}
