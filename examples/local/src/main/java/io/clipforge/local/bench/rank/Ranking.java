package io.clipforge.local.bench.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good an order of passages is, by Järvelin and Kekäläinen (2002) and Manning et al.,
 * "Introduction to Information Retrieval", chapter 8. A passage's gain is 2^reactions − 1.
 *
 * @param reactions of the passages, in the order that was given
 */
record Ranking(List<Integer> reactions) {
    Ranking {
        reactions = List.copyOf(reactions);
    }

    /** By falling score; equal ones stay as they are. */
    static Ranking by(List<Integer> reactions, List<Double> scores) {
        return new Ranking(
                IntStream.range(0, scores.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -scores.get(i)))
                        .map(reactions::get)
                        .toList());
    }

    /** Discounted gain of the first ones, of the most that any order has. */
    double ndcg(int first) {
        var ideal = new ArrayList<>(reactions);
        ideal.sort(Comparator.reverseOrder());
        double most = gain(ideal, first);
        return most == 0 ? 0 : gain(reactions, first) / most;
    }

    /** Mean, over passages with a reaction, of the share of such ones down to it. */
    double averagePrecision() {
        double sum = 0;
        int found = 0;
        for (int i = 0; i < reactions.size(); i++) {
            if (reactions.get(i) > 0) {
                found++;
                sum += (double) found / (i + 1);
            }
        }
        return found == 0 ? 0 : sum / found;
    }

    /** Whether people reacted to the first one. */
    double hit() {
        return reactions.getFirst() > 0 ? 1 : 0;
    }

    private static double gain(List<Integer> reactions, int first) {
        double gain = 0;
        for (int i = 0; i < Math.min(first, reactions.size()); i++) {
            gain += (Math.pow(2, reactions.get(i)) - 1) * Math.log(2) / Math.log(i + 2);
        }
        return gain;
    }
}
