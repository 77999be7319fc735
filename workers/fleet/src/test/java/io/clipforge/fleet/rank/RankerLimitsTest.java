package io.clipforge.fleet.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.Analysis.FaceBox;
import io.clipforge.jobs.Analysis.FaceTrack;
import io.clipforge.jobs.RankedMoments.Moment;
import io.clipforge.jobs.Transcript;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RankerLimitsTest {
    private static final Scorer SCORER = new ModelScorer(LearnedModel.shipped());

    @Test
    void everyMomentKeepsItsPromisesWhateverIsSaidAndAskedFor() {
        var random = new Random(42);
        for (int round = 0; round < 300; round++) {
            var material = Talks.uneven(random, 5_000L + random.nextInt(400_000));
            long min = 3_000L + random.nextInt(8_000);
            long max = min + 1_000 + random.nextInt(50_000);
            int most = 1 + random.nextInt(12);

            var moments = new Ranker(material, SCORER, min, max, most).moments();

            assertFalse(moments.isEmpty(), "round " + round);
            assertTrue(moments.size() <= most);
            assertWithin(moments, Math.min(min, material.durationMs()), max, material);
            assertApart(moments);
            assertNoWordIsCut(moments, material.transcript());
        }
    }

    @Test
    void threeHoursAreRankedWithinAMinute() {
        var talk = Talks.uneven(new Random(2), Duration.ofHours(3).toMillis());
        var boxes =
                LongStream.range(0, talk.durationMs() / 200)
                        .mapToObj(i -> new FaceBox(i * 200, 0.1, 0.1, 0.1, 0.1, 0.9))
                        .toList();
        var seen = talk.analysis();
        var faces = List.of(new FaceTrack(0, boxes));
        var analysis = new Analysis(seen.shots(), faces, seen.loudnessHopMs(), seen.loudness());
        var material = new Material(talk.durationMs(), talk.transcript(), analysis);

        assertTimeout(
                Duration.ofMinutes(1),
                () ->
                        assertEquals(
                                12,
                                new Ranker(material, SCORER, 8_000, 60_000, 12).moments().size()));
    }

    @Test
    void aLonelySentenceTakesSilenceOnBothSides() {
        var material = Talks.said(4_000, "this is all that anybody says here");
        var moved = later(material, 20_000, 44_000);

        var moments = new Ranker(moved, SCORER, 8_000, 60_000, 12).moments();

        assertEquals(1, moments.size());
        var moment = moments.getFirst();
        assertEquals(8_000, moment.endMs() - moment.startMs());
        assertEquals(20_500 + 1_200, (moment.startMs() + moment.endMs()) / 2.0, 50);
    }

    @Test
    void musicIsCutWhereItIsQuiet() {
        var loudness =
                LongStream.range(0, 1_200).mapToObj(i -> i % 40 == 0 ? -60.0 : -15.0).toList();
        var analysis = new Analysis(List.of(), List.of(), 100, loudness);

        var moments =
                new Ranker(Talks.silent(120_000, analysis), SCORER, 8_000, 60_000, 12).moments();

        assertTrue(moments.size() >= 6, moments.toString());
        for (var moment : moments) {
            assertEquals(0, moment.startMs() % 4_000, "begins in a quiet place");
        }
    }

    @Test
    void aTimeClauseIsNoQuestion() {
        assertFalse(Vocabulary.opensQuestion(List.of("when", "we", "looked")));
        assertTrue(Vocabulary.opensQuestion(List.of("when", "did", "you", "look")));
        assertTrue(Vocabulary.opensQuestion(List.of("do", "you", "remember")));
    }

    private static Material later(Material material, long byMs, long durationMs) {
        var said = material.transcript();
        var words =
                said.words().stream()
                        .map(it ->
                                new Transcript.Word(
                                        it.text(),
                                        it.startMs() + byMs,
                                        it.endMs() + byMs,
                                        null,
                                        null))
                        .toList();
        return new Material(
                durationMs,
                new Transcript("en", "test", words, said.sentences()),
                Talks.analysis(durationMs));
    }

    private static void assertWithin(List<Moment> moments, long min, long max, Material material) {
        for (var moment : moments) {
            long length = moment.endMs() - moment.startMs();
            assertTrue(moment.startMs() >= 0 && moment.endMs() <= material.durationMs());
            assertTrue(length >= min && length <= max, length + " ms");
        }
    }

    private static void assertApart(List<Moment> moments) {
        var ordered = moments.stream().sorted(Comparator.comparingLong(Moment::startMs)).toList();
        for (int i = 1; i < ordered.size(); i++) {
            assertTrue(ordered.get(i - 1).endMs() <= ordered.get(i).startMs(), "no overlap");
        }
    }

    private static void assertNoWordIsCut(List<Moment> moments, Transcript transcript) {
        for (var moment : moments) {
            for (var word : transcript.words()) {
                for (long edge : new long[] {moment.startMs(), moment.endMs()}) {
                    assertFalse(word.startMs() < edge && edge < word.endMs(), "cuts " + word);
                }
            }
        }
    }
}
