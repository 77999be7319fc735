package io.clipforge.media.captions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CueWordsTest {
    @Test
    void aCuesTimeIsSharedInProportionToLength() {
        var cue = new Cue(1000, 2000, "Ann", List.of("ab abcdef", "ab"));
        assertEquals(
                List.of(
                        new Word("ab", 1000, 1200, "Ann"),
                        new Word("abcdef", 1200, 1800, "Ann"),
                        new Word("ab", 1800, 2000, "Ann")),
                CueWords.of(List.of(cue)));
    }

    @Test
    void aCueEndsWhereTheNextStarts() {
        var words =
                CueWords.of(
                        List.of(
                                new Cue(2000, 3000, null, List.of("two")),
                                new Cue(0, 2500, null, List.of("one"))));
        assertEquals(
                List.of(new Word("one", 0, 2000, null), new Word("two", 2000, 3000, null)), words);
    }

    @Test
    void cuesThatStartTogetherAreReadInTurn() {
        var words =
                CueWords.of(
                        List.of(
                                new Cue(0, 1000, "A", List.of("yes")),
                                new Cue(0, 1000, "B", List.of("no!"))));
        assertEquals(List.of(new Word("yes", 0, 500, "A"), new Word("no!", 500, 1000, "B")), words);
    }

    @Test
    void loneDashesAreNoWords() {
        assertEquals(
                2, CueWords.of(List.of(new Cue(0, 10, null, List.of("- So —", "well")))).size());
    }

    @Test
    void aCueOfPunctuationOnlyHasNoWords() {
        assertEquals(List.of(), CueWords.of(List.of(new Cue(0, 10, null, List.of("...")))));
    }
}
