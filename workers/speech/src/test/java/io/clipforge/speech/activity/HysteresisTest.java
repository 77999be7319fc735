package io.clipforge.speech.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HysteresisTest {
    private static final double STEP = 0.01;

    private final Hysteresis hysteresis = new Hysteresis(STEP);
    private int given;

    @Test
    void speechBeginsAtAHalfAndGoesOnWhileItIsNotUnlikely() {
        give(0.4, 1).give(0.5, 0.2).give(0.36, 1).give(0.34, 1);

        assertSpans(new Span(0.97, 2.23));
    }

    @Test
    void aShortSilenceIsPartOfSpeech() {
        give(0, 1).give(1, 0.3).give(0, 0.09).give(1, 0.3).give(0, 1);

        assertSpans(new Span(0.97, 1.72));
    }

    @Test
    void aProbabilityInBetweenDoesNotEndASilence() {
        give(0, 1).give(1, 0.3).give(0.2, 0.05).give(0.4, 0.1).give(1, 0.3).give(0, 1);

        assertSpans(new Span(0.97, 1.33), new Span(1.42, 1.78));
    }

    @Test
    void whatIsTooShortIsNoSpeech() {
        give(0, 1).give(1, 0.25).give(0, 1);

        assertSpans();
    }

    @Test
    void halfOfAShortSilenceIsGivenToEachNeighbour() {
        var one = new Hysteresis(0.02);
        for (int i = 0; i < 50; i++) {
            one.accept(i == 20 || i == 21 ? 0.1 : 1);
        }
        assertEquals(1, one.finish(1).spans().size());

        give(1, 1).give(0, 0.12).give(1, 1);

        assertSpans(new Span(0, 1.03), new Span(1.09, 2.12));
    }

    @Test
    void speechThatIsTooLongIsCutWhereItIsLeastLikely() {
        give(1, 20).give(0.6, 0.01).give(1, 20);

        assertSpans(new Span(0, 20), new Span(20, 40.01));
    }

    @Test
    void noSpanIsLongerThanAWindow() {
        give(1, 200);

        var spans = hysteresis.finish(200).spans();

        assertEquals(200, spans.stream().mapToDouble(Span::length).sum(), 1e-6);
        assertTrue(spans.stream().allMatch(it -> it.length() <= SpeechSpans.LONGEST));
    }

    private HysteresisTest give(double probability, double seconds) {
        for (int i = 0; i < Math.round(seconds / STEP); i++) {
            hysteresis.accept(probability);
            given++;
        }
        return this;
    }

    private void assertSpans(Span... expected) {
        var actual = hysteresis.finish(given * STEP).spans();
        assertEquals(List.of(expected).size(), actual.size(), actual::toString);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i].start(), actual.get(i).start(), 1e-6, actual::toString);
            assertEquals(expected[i].end(), actual.get(i).end(), 1e-6, actual::toString);
        }
    }
}
