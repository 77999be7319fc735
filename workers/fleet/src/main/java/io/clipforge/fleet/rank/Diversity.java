package io.clipforge.fleet.rank;

import io.clipforge.jobs.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Maximal marginal relevance (Carbonell and Goldstein, 1998) around an exact choice. The best set
 * is chosen; its best moment is settled, costs every other candidate as much as that echoes it, and
 * what only says it again is out; then the best set is chosen again, until all of its moments are
 * settled. Every choice is the exact optimum beside what is settled, so that where nothing echoes,
 * the first one stands.
 */
final class Diversity {
    /** What a full echo of its words costs, in score. */
    private static final double COST = 0.2;

    /** Of what is worded half the same, one is enough. */
    private static final double SAME_PAIRS = 0.5;

    private static final double OUT = Double.POSITIVE_INFINITY;

    private final Echoes words;
    private final Echoes pairs;
    private final List<Scored> candidates;
    private final Map<Window, Scored> byWindow = new HashMap<>();
    private final double[] costs;
    private final double floor;

    Diversity(Transcript transcript, List<Scored> candidates) {
        this.words = Echoes.ofWords(transcript);
        this.pairs = Echoes.ofPairs(transcript);
        this.candidates = candidates;
        candidates.forEach(it -> byWindow.put(it.window(), it));
        costs = new double[candidates.size()];
        floor = Selection.floor(candidates);
    }

    /**
     * In order of time; their scores are those they came with.
     *
     * @param units that windows are made of
     * @param most moments at all
     * @param wanted moments, if so many say something of their own
     */
    List<Scored> best(int units, int most, int wanted) {
        Arrays.fill(costs, 0);
        var settled = new HashSet<Window>();
        while (true) {
            var chosen = new Selection(worth(), units, most, floor).best(wanted);
            var next = best(chosen, settled);
            if (next.isEmpty()) {
                return chosen.stream().map(it -> byWindow.getOrDefault(it.window(), it)).toList();
            }
            settled.add(next.get().window());
            settle(next.get().window());
        }
    }

    private List<Scored> worth() {
        var worth = new ArrayList<Scored>();
        for (int i = 0; i < costs.length; i++) {
            if (costs[i] < OUT) {
                var it = candidates.get(i);
                worth.add(new Scored(it.window(), it.score() - costs[i]));
            }
        }
        return worth;
    }

    private static Optional<Scored> best(List<Scored> chosen, Set<Window> settled) {
        return chosen.stream()
                .filter(it -> !settled.contains(it.window()))
                .max(Comparator.comparingDouble(Scored::score));
    }

    private void settle(Window window) {
        var sameWords = words.of(window);
        var samePairs = pairs.of(window);
        for (int i = 0; i < costs.length; i++) {
            var other = candidates.get(i).window();
            if (!other.equals(window)) {
                boolean out = other.overlaps(window) || samePairs.in(other) >= SAME_PAIRS;
                costs[i] = out ? OUT : Math.max(costs[i], COST * sameWords.in(other));
            }
        }
    }
}
