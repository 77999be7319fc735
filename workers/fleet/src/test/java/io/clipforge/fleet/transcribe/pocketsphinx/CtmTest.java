package io.clipforge.fleet.transcribe.pocketsphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.jobs.Transcript.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class CtmTest {
    @Test
    void wordsAreOnTheClockOfTheFile() {
        var lines = List.of("0 1 0.32 0.11 the 0.453", "1 1 0.00 0.29 dark 0.763");

        var words = Ctm.words(lines, piece -> piece * 10_000L);

        assertEquals(
                List.of(
                        new Word("the", 320, 440, null, 0.453),
                        new Word("dark", 10_000, 10_300, null, 0.763)),
                words);
    }

    @Test
    void fillersAreNoWords() {
        var lines =
                List.of(
                        "0 1 0.00 0.31 <sil> 1.000",
                        "0 1 0.32 0.31 [NOISE] 0.500",
                        "0 1 0.64 0.31 ++BREATH++ 0.500");

        assertEquals(List.of(), Ctm.words(lines, _ -> 0));
    }

    @Test
    void pronunciationsAreOneWord() {
        assertEquals("read", text("read(2)"));
    }

    @Test
    void theFirstPersonIsACapital() {
        assertEquals("I", text("i"));
        assertEquals("I'd", text("i'd"));
        assertEquals("it", text("it"));
    }

    @Test
    void aConfidenceThatIsRoundedPastOneIsOne() {
        assertEquals(
                1.0, Ctm.words(List.of("0 1 0.0 0.1 a 1.001"), _ -> 0).getFirst().confidence());
    }

    private static String text(String word) {
        return Ctm.words(List.of("0 1 0.00 0.31 " + word + " 0.9"), _ -> 0).getFirst().text();
    }
}
