package io.clipforge.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.speech.decoding.Decoded;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoopsTest {
    private static final String SENTENCE =
            "Whoever has walked along this river at six in the morning knows what I mean.";
    private static final String OTHER =
            "Nobody asked the ferryman, and he would have had a good deal to say about it.";
    private static final String THIRD =
            "So we built a bridge, sold the boats, and wondered where the evenings had gone.";

    private final Loops loops = new Loops();

    @Test
    void aTextThatTheWindowsBeforeItHoldGoesRoundInCircles() {
        believe(SENTENCE);
        believe(SENTENCE);

        assertTrue(loops.goesOnIn(SENTENCE));
        assertFalse(loops.goesOnIn(OTHER));
    }

    @Test
    void whatIsNewEachTimeDoesNot() {
        assertFalse(loops.goesOnIn(SENTENCE));
        believe(SENTENCE);
        assertFalse(loops.goesOnIn(OTHER));
        believe(OTHER);
        assertFalse(loops.goesOnIn(THIRD));
    }

    @Test
    void aPhraseIsBelievedThreeTimesInARow() {
        assertEquals(
                List.of("Thank you.", "thank you", "Thank you!"),
                believe("Thank you.", "thank you", "Thank you!", "Thank you."));
        assertEquals(List.of(), believe("Thank you."));
        assertEquals(List.of(SENTENCE, "Thank you."), believe(SENTENCE, "Thank you."));
    }

    @Test
    void twoAndThreePhrasesInTurnAreACircleToo() {
        assertEquals(6, believe(repeated("Left.", "Right.")).size());
        believe(SENTENCE, OTHER, THIRD);
        assertEquals(9, believe(repeated("Left.", "Right.", "Round.")).size());
    }

    @Test
    void marksAreComparedWhereThereAreNoWords() {
        assertEquals(List.of("♪", "♪", "♪", "…"), believe("♪", "♪", "♪", "♪", "…"));
    }

    /** Five times. */
    private static String[] repeated(String... phrases) {
        return Collections.nCopies(5, phrases).stream().flatMap(Stream::of).toArray(String[]::new);
    }

    private List<String> believe(String... texts) {
        var segments = Stream.of(texts).map(LoopsTest::segment).toList();
        return loops.believed(segments).stream().map(Segment::text).toList();
    }

    private static Segment segment(String text) {
        var decoded = new Decoded(List.of(1), text, -0.3, 0, 0);
        return new Segment(0, 1, List.of(1), text, List.of(), decoded);
    }
}
