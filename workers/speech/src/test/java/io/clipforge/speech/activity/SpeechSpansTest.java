package io.clipforge.speech.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SpeechSpansTest {
    private final SpeechSpans speech =
            new SpeechSpans(List.of(new Span(1, 3), new Span(4, 5), new Span(29, 31.5)));

    @Test
    void neighboursAreMergedWhileTheyFitAWindow() {
        assertEquals(List.of(new Span(1, 5), new Span(29, 31.5)), speech.merged());
        assertEquals(List.of(new Span(1, 31.5)), speech.merged(30.5));
        assertEquals(speech.spans(), speech.merged(1));
    }

    @Test
    void speechWithinAStretchIsMeasured() {
        assertEquals(5.5, speech.seconds());
        assertEquals(1.5, speech.within(2, 4.5));
        assertEquals(5.5, speech.within(0, 100));
        assertEquals(0, speech.within(5, 29));
    }

    @Test
    void aStretchWithoutAMomentOfSpeechIsSilent() {
        assertTrue(speech.silent(0, 1));
        assertTrue(speech.silent(3, 4));
        assertTrue(speech.silent(40, 50));
        assertFalse(speech.silent(2.9, 4));
        assertTrue(new SpeechSpans(List.of()).silent(0, 10));
    }

    @Test
    void nextIsNowWithinASpanAndNeverBehindTheLast() {
        assertEquals(OptionalDouble.of(1), speech.next(0));
        assertEquals(OptionalDouble.of(2), speech.next(2));
        assertEquals(OptionalDouble.of(4), speech.next(3));
        assertEquals(OptionalDouble.empty(), speech.next(31.5));
    }

    @Test
    void spansThatOverlapAreRefused() {
        var overlapping = List.of(new Span(1, 3), new Span(2, 4));
        assertThrows(IllegalArgumentException.class, () -> new SpeechSpans(overlapping));
        assertThrows(IllegalArgumentException.class, () -> new Span(2, 2));
    }
}
