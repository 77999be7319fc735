package io.clipforge.fleet.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.RankedMoments.Moment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiversityTest {
    private static final long MIN = 8_000;
    private static final long MAX = 20_000;

    @Test
    void noTwoMomentsOfATalkThatRepeatsItselfAreHalfTheSame() {
        for (long seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var talk = new ArrayList<String>();
            for (int i = 0; i < 30; i++) {
                talk.add(sentence(random));
            }
            // the best passage of all, word for word, in three places
            var passage =
                    List.of(
                            "here is why most people never find twelve amazing secrets",
                            "do you know what i love the most about the quiet river",
                            "never does anybody imagine the best and biggest answer");
            for (int place : new int[] {25, 15, 5}) {
                talk.addAll(place, passage);
            }
            var material = Talks.said(200_000, talk.toArray(String[]::new));

            var moments = new Ranker(material, new WeightedScorer(), MIN, MAX, 12).moments();

            assertTrue(moments.size() >= 6, "seed " + seed + ": " + moments.size());
            for (var one : moments) {
                for (var other : moments) {
                    boolean same =
                            !one.equals(other)
                                    && echo(material, one, other) >= 0.5
                                    && echo(material, other, one) >= 0.5;
                    assertFalse(same, "seed " + seed);
                }
            }
        }
    }

    @Test
    void whoOnlyRepeatsOneSentenceHasOneMoment() {
        var talk = Collections.nCopies(60, "here is why most people never find the secret");
        var moments =
                new Ranker(
                                Talks.said(240_000, talk.toArray(String[]::new)),
                                new WeightedScorer(),
                                MIN,
                                MAX,
                                12)
                        .moments();
        assertEquals(1, moments.size());
    }

    @Test
    void whereNothingIsSaidAgainTheChoiceIsTheExactOne() {
        for (long seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            int units = 12;
            var talk =
                    IntStream.range(0, units)
                            .mapToObj(i -> "alpha" + i + " beta" + i + " gamma" + i)
                            .toArray(String[]::new);
            var candidates = new ArrayList<Scored>();
            for (int from = 0; from < units; from++) {
                for (int to = from + 1; to <= Math.min(units, from + 3); to++) {
                    var window = new Window(from, to, from * 1_000L, to * 1_000L, from * 3, to * 3);
                    candidates.add(new Scored(window, random.nextDouble()));
                }
            }
            var transcript = Talks.said(60_000, talk).transcript();
            assertEquals(
                    new Selection(candidates, units, 5, Selection.floor(candidates)).best(4),
                    new Diversity(transcript, candidates).best(units, 5, 4),
                    "seed " + seed);
        }
    }

    private static String sentence(Random random) {
        return IntStream.range(0, 9)
                .mapToObj(_ -> "word" + random.nextInt(400))
                .collect(Collectors.joining(" "));
    }

    /** The share of the second one's pairs of words that the first one says too. */
    private static double echo(Material material, Moment said, Moment again) {
        var pairs = pairs(material, again);
        long shared = pairs.stream().filter(pairs(material, said)::contains).count();
        return (double) shared / pairs.size();
    }

    private static List<String> pairs(Material material, Moment moment) {
        var words =
                material.transcript().words().stream()
                        .filter(it -> it.startMs() >= moment.startMs())
                        .filter(it -> it.endMs() <= moment.endMs())
                        .map(it -> it.text())
                        .toList();
        return IntStream.range(1, words.size())
                .mapToObj(i -> words.get(i - 1) + ' ' + words.get(i))
                .toList();
    }
}
