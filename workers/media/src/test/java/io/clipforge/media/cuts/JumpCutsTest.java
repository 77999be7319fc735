package io.clipforge.media.cuts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.captions.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JumpCutsTest {
    private static final Cut SILENCES = new Cut(true, false, "en");
    private static final Cut FILLERS = new Cut(false, true, "en");
    private static final Cut BOTH = new Cut(true, true, "en");

    @Test
    void ofALongPauseABreathStaysAtEachSide() {
        var words = List.of(word("one", 0, 1000), word("two", 1700, 3000));
        assertEquals(List.of(new Span(1150, 1550)), cuts(SILENCES, 3000, words));
    }

    @Test
    void aPauseUpToTheBoundStays() {
        var words = List.of(word("one", 0, 1000), word("two", 1600, 3000));
        assertEquals(List.of(), cuts(SILENCES, 3000, words));
    }

    @Test
    void beforeTheFirstWordAndBehindTheLastOneBreathStays() {
        var words = List.of(word("one", 2000, 3000), word("two", 3000, 3500));
        assertEquals(List.of(new Span(0, 1850), new Span(3650, 9000)), cuts(SILENCES, 9000, words));
    }

    @Test
    void aFillerGoesWithAtMostHalfOfThePausesBesideIt() {
        var words = List.of(word("I", 0, 400), word("um", 500, 800), word("see", 1000, 2000));
        assertEquals(List.of(new Span(450, 860)), cuts(FILLERS, 2000, words));
        assertEquals(List.of(), cuts(SILENCES, 2000, words));
    }

    @Test
    void aFillerWithinAPauseCountsAsPause() {
        var words = List.of(word("I", 0, 400), word("um", 600, 900), word("see", 1100, 2000));
        assertEquals(List.of(new Span(540, 960)), cuts(FILLERS, 2000, words));
        assertEquals(List.of(new Span(540, 960)), cuts(BOTH, 2000, words));
        var slow = List.of(word("I", 0, 400), word("um", 900, 1200), word("see", 2000, 3000));
        assertEquals(List.of(new Span(550, 1850)), cuts(BOTH, 3000, slow));
    }

    @Test
    void fillersInARowGoTogether() {
        var words =
                List.of(
                        word("I", 0, 400),
                        word("um,", 400, 700),
                        word("uh,", 800, 1000),
                        word("see", 1000, 2000));
        assertEquals(List.of(new Span(400, 1000)), cuts(FILLERS, 2000, words));
    }

    @Test
    void aWordIsNotLeftToFlashBetweenTwoJumps() {
        var words =
                List.of(
                        word("I", 0, 400),
                        word("um", 400, 700),
                        word("a", 700, 800),
                        word("uh", 800, 1300),
                        word("see", 1300, 2000));
        assertEquals(List.of(new Span(800, 1300)), cuts(FILLERS, 2000, words));
    }

    @Test
    void whatIsNoSpeechIsNoSilenceEither() {
        assertEquals(List.of(), cuts(BOTH, 60_000, List.of()));
    }

    @Test
    void aClipOfFillersOnlyKeepsThem() {
        var words = List.of(word("um", 800, 1200), word("uh", 1300, 1500));
        assertEquals(List.of(), cuts(FILLERS, 3000, words));
        assertEquals(List.of(new Span(0, 650), new Span(1650, 3000)), cuts(SILENCES, 3000, words));
    }

    @Test
    void atLeastASecondStays() {
        var cuts = cuts(SILENCES, 30_000, List.of(word("yes", 20_000, 20_300)));
        assertEquals(2, cuts.size());
        assertEquals(1000, 30_000 - sum(cuts), 1e-6);
        assertTrue(cuts.getFirst().endMs() <= 19_850 && cuts.getLast().startMs() >= 20_450);
        assertEquals(List.of(), cuts(SILENCES, 900, List.of(word("yes", 800, 850))));
    }

    @Test
    void ofTooManyCutsTheLongestAreMade() {
        var words = new ArrayList<Word>();
        for (int i = 0; i < 400; i++) {
            words.add(word("w", i * 1500L, i * 1500L + (i % 2 == 0 ? 500 : 300)));
        }
        var cuts = cuts(SILENCES, 600_000, words);
        assertEquals(JumpCuts.MOST_CUTS, cuts.size());
        assertEquals(200, cuts.stream().filter(it -> it.lengthMs() > 800).count());
    }

    @Test
    void noWordThatStaysIsEverTouched() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var words = new ArrayList<Word>();
            long at = random.nextInt(2000);
            while (at < 20_000) {
                long length = 40L + random.nextInt(500);
                words.add(word(random.nextInt(4) == 0 ? "um" : "word", at, at + length));
                at += length + (random.nextBoolean() ? random.nextInt(1500) : 0);
            }
            double from = random.nextInt(3000);
            var clip = new Span(from, from + 1000.0 + random.nextInt(15_000));
            var cuts = JumpCuts.of(BOTH, words, clip, Quiet.everywhere());
            double before = clip.startMs();
            for (var cut : cuts) {
                assertTrue(cut.startMs() >= before && cut.lengthMs() > 0, cuts::toString);
                before = cut.endMs();
                assertTrue(
                        words.stream()
                                .filter(it -> !it.text().equals("um"))
                                .noneMatch(it ->
                                        it.endMs() > cut.startMs() && it.startMs() < cut.endMs()),
                        () -> cuts + " " + words);
            }
            assertTrue(before <= clip.endMs());
            assertTrue(clip.lengthMs() - sum(cuts) >= Math.min(1000, clip.lengthMs()) - 1e-6);
        }
    }

    private static double sum(List<Span> cuts) {
        return cuts.stream().mapToDouble(Span::lengthMs).sum();
    }

    private static List<Span> cuts(Cut cut, double clipMs, List<Word> words) {
        return JumpCuts.of(cut, words, new Span(0, clipMs), Quiet.everywhere());
    }

    private static Word word(String text, long startMs, long endMs) {
        return new Word(text, startMs, endMs, null);
    }
}
