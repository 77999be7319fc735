package io.clipforge.fleet.rank;

import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.Transcript;
import java.util.Arrays;
import java.util.List;

/**
 * Runs of sentences as the scorers see them, for training and measuring: the same code measures
 * what a model is taught and what it is asked, so that the two cannot drift apart.
 */
public final class Passages {
    /** The shipped model, a resource beside this class. */
    public static final String MODEL = LearnedModel.SHIPPED + ".txt";

    private static final long HOP_MS = 100;

    private final Transcript transcript;
    private final Features features;
    private final Scorer weighted = new WeightedScorer();
    private final ModelScorer learned;

    /**
     * Of an asset of which only the words are known.
     *
     * @param targetMs length that suits best
     */
    public Passages(Transcript transcript, long durationMs, long targetMs) {
        this.transcript = transcript;
        var silent = new Analysis(List.of(), List.of(), HOP_MS, List.of());
        this.features =
                new Features(new Material(durationMs, transcript, silent), new LengthFit(targetMs));
        this.learned = new ModelScorer(LearnedModel.shipped());
    }

    /**
     * Names of the features that written records can teach, in the order of {@link
     * Passage#features}.
     */
    public static List<String> features() {
        return taught().stream().map(Feature::text).toList();
    }

    /**
     * @param from index of the first sentence
     * @param to index after the last one
     */
    public Passage of(int from, int to) {
        var first = transcript.sentences().get(from);
        var last = transcript.sentences().get(to - 1);
        var window =
                new Window(
                        from,
                        to,
                        transcript.startMs(first),
                        transcript.endMs(last),
                        first.from(),
                        last.to());
        var values = features.of(window);
        return new Passage(
                first.from(),
                last.to(),
                taught().stream().map(values::of).toList(),
                weighted.score(values),
                learned.score(values),
                learned.probability(values));
    }

    private static List<Feature> taught() {
        return Arrays.stream(Feature.values()).filter(Feature::taught).toList();
    }

    /**
     * One passage.
     *
     * @param fromWord index of its first word
     * @param toWord index after its last word
     * @param features those that can be taught, 0 to 1 each
     * @param weighted score by weights alone
     * @param learned score with the shipped model
     * @param probability of a reaction, by the shipped model
     */
    public record Passage(
            int fromWord,
            int toWord,
            List<Double> features,
            double weighted,
            double learned,
            double probability) {
        public Passage {
            features = List.copyOf(features);
        }
    }
}
