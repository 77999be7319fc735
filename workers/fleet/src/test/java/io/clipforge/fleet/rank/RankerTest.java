package io.clipforge.fleet.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.RankedMoments.Moment;
import io.clipforge.jobs.RankedMoments.Reason;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankerTest {
    private static final long MIN = 8_000;
    private static final long MAX = 60_000;
    private static final int MOST = 12;
    private static final Scorer WEIGHTED = new WeightedScorer();

    private static List<Moment> rank(Material material) {
        return new Ranker(material, WEIGHTED, MIN, MAX, MOST).moments();
    }

    @Test
    void momentsNeverOverlapAndKeepToTheirLengths() {
        for (long seed = 0; seed < 50; seed++) {
            var moments = inTime(rank(Talks.random(seed, 10 + (int) seed * 3)));
            for (int i = 0; i < moments.size(); i++) {
                long length = moments.get(i).endMs() - moments.get(i).startMs();
                assertTrue(length >= MIN && length <= MAX, "seed " + seed + ": " + length);
                assertTrue(
                        i == 0 || moments.get(i).startMs() >= moments.get(i - 1).endMs(),
                        "seed " + seed);
            }
        }
    }

    @Test
    void noMomentStartsOrEndsInsideASentence() {
        for (long seed = 0; seed < 50; seed++) {
            var material = Talks.random(seed, 40);
            var transcript = material.transcript();
            for (var moment : rank(material)) {
                for (var sentence : transcript.sentences()) {
                    long start = transcript.startMs(sentence);
                    long end = transcript.endMs(sentence);
                    assertFalse(moment.startMs() > start && moment.startMs() < end);
                    assertFalse(moment.endMs() > start && moment.endMs() < end);
                }
            }
        }
    }

    @Test
    void aSentenceThatIsTooLongIsCutBetweenWords() {
        var material = Talks.said(120_000, "word ".repeat(300).trim());
        var moments = rank(material);
        assertFalse(moments.isEmpty());
        for (var moment : moments) {
            assertTrue(moment.endMs() - moment.startMs() <= MAX);
            for (var word : material.transcript().words()) {
                assertFalse(moment.startMs() > word.startMs() && moment.startMs() < word.endMs());
                assertFalse(moment.endMs() > word.startMs() && moment.endMs() < word.endMs());
            }
        }
    }

    @Test
    void twoMinutesOfSpeechGiveAtLeastSixMoments() {
        for (long seed = 0; seed < 20; seed++) {
            var count = rank(Talks.random(seed, 26)).size();
            assertTrue(count >= 6 && count <= MOST, "seed " + seed + ": " + count);
        }
    }

    @Test
    void noMoreMomentsAreGivenThanAskedFor() {
        assertEquals(3, new Ranker(Talks.random(1, 60), WEIGHTED, MIN, MAX, 3).moments().size());
    }

    @Test
    void theBestMomentComesFirst() {
        var moments = rank(Talks.random(4, 60));
        assertEquals(
                moments,
                moments.stream()
                        .sorted(Comparator.comparingDouble(Moment::score).reversed())
                        .toList());
        assertTrue(moments.stream().allMatch(it -> it.score() > 0 && it.score() < 1));
    }

    @Test
    void everyReasonIsItsValueTimesItsWeightAndAllMakeTheScore() {
        for (var moment : rank(Talks.random(5, 40))) {
            assertEquals(Feature.values().length, moment.reasons().size());
            for (var reason : moment.reasons()) {
                assertTrue(reason.value() >= 0 && reason.value() <= 1, reason.toString());
                assertEquals(reason.value() * reason.weight(), reason.contribution(), 1e-12);
            }
            double sum =
                    Feature.BIAS
                            + moment.reasons().stream().mapToDouble(Reason::contribution).sum();
            assertEquals(1 / (1 + Math.exp(-sum)), moment.score(), 1e-12);
            assertEquals("weighted", moment.scorer());
            assertEquals(Feature.BIAS, moment.start());
            assertNull(moment.probability());
        }
    }

    @Test
    void aShortAssetIsOneMomentOfItsOwnLength() {
        var moments = rank(Talks.said(5_000, "this is all there is"));
        assertEquals(1, moments.size());
        assertEquals(0, moments.getFirst().startMs());
        assertEquals(5_000, moments.getFirst().endMs());
    }

    @Test
    void withoutWordsShotsAndLoudnessDecide() {
        var moments = rank(Talks.silent(90_000, Talks.analysis(90_000)));
        assertTrue(moments.size() >= 6);
        assertTrue(moments.stream().allMatch(it -> it.startMs() % 7_000 == 0));
    }

    @Test
    void withoutWordsAndPictureThereAreStillMoments() {
        var analysis = new Analysis(List.of(), List.of(), 100, List.of());
        assertFalse(rank(Talks.silent(60_000, analysis)).isEmpty());
    }

    @Test
    void aFewWordsInALongSilenceLieInsideTheirMoment() {
        var moments = rank(Talks.said(60_000, "hello there"));
        assertEquals(1, moments.size());
        assertTrue(moments.getFirst().startMs() <= 500);
        assertTrue(moments.getFirst().endMs() - moments.getFirst().startMs() >= MIN);
    }

    @Test
    void aHookBeatsSmallTalk() {
        var moments =
                new Ranker(
                                Talks.said(
                                        40_000,
                                        "and it was on the table with the other things we had there too again today",
                                        "here is why most people never find twelve amazing secrets of the river ever",
                                        "and then it was on the table with the other things we had there too again"),
                                WEIGHTED,
                                5_000,
                                7_000,
                                12)
                        .moments();
        assertTrue(moments.getFirst().title().startsWith("Here is why"));
    }

    @Test
    void aTitleIsItsOwnWordsCutAtAWord() {
        for (var moment : rank(Talks.random(6, 40))) {
            assertTrue(moment.title().length() <= 60, moment.title());
            assertTrue(Character.isUpperCase(moment.title().charAt(0)), moment.title());
        }
    }

    private static List<Moment> inTime(List<Moment> moments) {
        return moments.stream().sorted(Comparator.comparingLong(Moment::startMs)).toList();
    }
}
