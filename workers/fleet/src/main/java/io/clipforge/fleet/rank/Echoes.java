package io.clipforge.fleet.rank;

import io.clipforge.jobs.Transcript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How much of what one window says another says too: the share of its words, weighted by how rarely
 * the asset uses them, or of its pairs of words. Words tell of the same matter, pairs of the same
 * wording.
 */
final class Echoes {
    private final List<String> tokens;
    private final double[] weights;
    private final RunningSum weight;

    private Echoes(List<String> tokens, ToDoubleFunction<String> weigh) {
        this.tokens = tokens;
        weights = tokens.stream().mapToDouble(weigh).toArray();
        weight = new RunningSum(weights.length, i -> weights[i]);
    }

    static Echoes ofWords(Transcript transcript) {
        var plain = plain(transcript);
        var uses = new HashMap<String, Integer>();
        plain.forEach(it -> uses.merge(it, 1, Integer::sum));
        return new Echoes(
                plain,
                it ->
                        Vocabulary.says(it)
                                ? Math.log(1 + (double) plain.size() / uses.getOrDefault(it, 1))
                                : 0);
    }

    static Echoes ofPairs(Transcript transcript) {
        var plain = plain(transcript);
        return new Echoes(
                IntStream.range(0, plain.size())
                        .mapToObj(i -> i == 0 ? "" : plain.get(i - 1) + ' ' + plain.get(i))
                        .toList(),
                _ -> 1);
    }

    /** Of any window, in one step each. */
    Echo of(Window said) {
        var words = new HashSet<>(tokens.subList(said.fromWord(), said.toWord()));
        var shared =
                new RunningSum(weights.length, i -> words.contains(tokens.get(i)) ? weights[i] : 0);
        return window -> {
            double all = weight.between(window.fromWord(), window.toWord());
            return all == 0 ? 0 : shared.between(window.fromWord(), window.toWord()) / all;
        };
    }

    private static List<String> plain(Transcript transcript) {
        return transcript.words().stream().map(it -> Vocabulary.plain(it.text())).toList();
    }

    /** Of one window in others. */
    interface Echo {
        /** 0 to 1: all of it is said again. */
        double in(Window window);
    }
}
