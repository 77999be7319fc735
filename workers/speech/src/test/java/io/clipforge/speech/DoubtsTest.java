package io.clipforge.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.speech.decoding.Decoded;
import io.clipforge.speech.words.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    private static final Doubts DOUBTS = new Doubts(2);
    private static final Decoded DECODED = new Decoded(List.of(1), "x", -0.3, 0, 0);
    private static final double SURE = 0.9;
    private static final double UNLIKELY = 0.05;
    private static final int WINDOW = 3000;
    private static final int ALL = 12_000;

    @Test
    void likelyWordsOfUsualLengthAreBelieved() {
        assertFalse(Doubts.isStrange(phrase(0, 2, SURE)));
    }

    @Test
    void unlikelyShortAndLongWordsAreStrange() {
        assertTrue(Doubts.isStrange(phrase(0, 2, UNLIKELY)));
        assertTrue(Doubts.isStrange(segment(word(0, 0.02, SURE), word(0.02, 0.04, SURE))));
        assertTrue(Doubts.isStrange(segment(word(0, 6, SURE))));
    }

    @Test
    void marksOfPunctuationDoNotCount() {
        var mark = new Word(".", List.of(1), 1, 1, UNLIKELY);

        assertFalse(Doubts.isStrange(segment(word(0, 0.4, SURE), word(0.4, 1, SURE), mark)));
    }

    @Test
    void aStrangePhraseBetweenSilencesIsLeftOutAndTheSoundHeardAgain() {
        var heard = heard(0, phrase(1, 5, SURE), phrase(10, 12, UNLIKELY), phrase(20, 24, SURE));

        var judged = DOUBTS.judge(heard, 0, WINDOW, ALL);

        assertFalse(judged.untold());
        assertEquals(1, judged.heard().segments().size());
        assertEquals(1000, judged.heard().next());
    }

    @Test
    void aStrangePhraseAmidSpeechIsBelieved() {
        var heard = heard(0, phrase(1, 5, SURE), phrase(5.5, 8, UNLIKELY), phrase(8.5, 12, SURE));

        assertEquals(3, DOUBTS.judge(heard, 0, WINDOW, ALL).heard().segments().size());
    }

    @Test
    void whatIsMadeUpAtTheEndOfTheSoundIsTheEnd() {
        var heard = heard(9000, phrase(91, 95, SURE), phrase(117, 119, UNLIKELY));

        var judged = DOUBTS.judge(heard, 90, WINDOW, ALL);

        assertEquals(1, judged.heard().segments().size());
        assertEquals(ALL, judged.heard().next());
    }

    @Test
    void silenceBeforeAStrangeBeginningIsSkipped() {
        var heard = heard(3000, phrase(36, 38, UNLIKELY), phrase(40, 44, SURE));

        var judged = DOUBTS.judge(heard, 29, WINDOW, ALL);

        assertTrue(judged.untold());
        assertEquals(List.of(), judged.heard().segments());
        assertEquals(3600, judged.heard().next());
    }

    @Test
    void muchThatFollowsTheLastWordIsHeardAgainAndLittleIsNot() {
        assertEquals(
                500, DOUBTS.judge(heard(0, phrase(1, 5, SURE)), 0, WINDOW, ALL).heard().next());
        assertEquals(
                WINDOW, DOUBTS.judge(heard(0, phrase(1, 29, SURE)), 0, WINDOW, ALL).heard().next());
    }

    private static Heard heard(int seek, Segment... segments) {
        return new Heard(seek, WINDOW, false, List.of(segments), seek + WINDOW);
    }

    /** Two words a second. */
    private static Segment phrase(double start, double end, double probability) {
        var words = new ArrayList<Word>();
        for (double at = start; at < end; at += 0.5) {
            words.add(word(at, Math.min(end, at + 0.5), probability));
        }
        return segment(words.toArray(Word[]::new));
    }

    private static Segment segment(Word... words) {
        var all = List.of(words);
        return new Segment(
                all.getFirst().start(), all.getLast().end(), List.of(1), "x", all, DECODED);
    }

    private static Word word(double start, double end, double probability) {
        return new Word(" x", List.of(1), start, end, probability);
    }
}
