package io.clipforge.local.bench.rank;

import io.clipforge.local.bench.rank.Speech.Rated;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Something that orders the passages of a speech, several times where it rolls dice. */
record Judge(String name, int times, BiFunction<Speech, Rated, Double> score) {
    private static final int ROLLS = 500;

    static final Judge MODEL = new Judge("model", 1, (_, it) -> it.passage().learned());
    static final Judge WEIGHTED = new Judge("weights", 1, (_, it) -> it.passage().weighted());

    /** What the model was taught, without the weights that a moment's score has beside it. */
    static final Judge TAUGHT =
            new Judge("what was taught", 1, (_, it) -> it.passage().probability());

    /** Whom the model is held against. */
    static List<Judge> others(long seed) {
        return List.of(WEIGHTED, TAUGHT, random(seed), LONGEST);
    }

    static Judge random(long seed) {
        var random = new Random(seed);
        return new Judge("random", ROLLS, (_, _) -> random.nextDouble());
    }

    static final Judge LONGEST =
            new Judge("longest sentence", 1, (speech, it) -> speech.longestSentence(it));

    /** The mean of a figure, over the times. */
    double measure(Measure measure, Speech speech, List<Rated> passages) {
        var reactions = passages.stream().map(Rated::reactions).toList();
        return IntStream.range(0, times)
                .mapToDouble(_ -> {
                    var scores = passages.stream().map(it -> score.apply(speech, it)).toList();
                    return measure.of().applyAsDouble(Ranking.by(reactions, scores));
                })
                .average()
                .orElse(0);
    }
}
