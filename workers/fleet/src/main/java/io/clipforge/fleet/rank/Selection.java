package io.clipforge.fleet.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best set of windows that do not overlap: exact, by dynamic programming over the units they
 * end at (weighted interval scheduling with a count). A set is worth the sum of its scores above a
 * floor, so that a weak moment is taken only where the wanted number asks for it.
 */
final class Selection {
    private final List<Scored> candidates;
    private final int units;
    private final int most;
    private final double floor;

    /**
     * @param floor a moment beyond the wanted number is worth taking above it
     */
    Selection(List<Scored> candidates, int units, int most, double floor) {
        this.candidates =
                candidates.stream()
                        .sorted(Comparator.comparingInt(it -> it.window().to()))
                        .toList();
        this.units = units;
        this.most = most;
        this.floor = floor;
    }

    /**
     * In order of time; at least {@code wanted} of them if so many fit, never more than the most.
     */
    List<Scored> best(int wanted) {
        var worth = new double[most + 1][units + 1];
        var last = new Scored[most + 1][units + 1];
        for (int count = 1; count <= most; count++) {
            fill(worth[count - 1], worth[count], last[count], count == 1);
        }
        int chosen = 0;
        for (int count = 1;
                count <= most && worth[count][units] > Double.NEGATIVE_INFINITY;
                count++) {
            boolean better = worth[count][units] > worth[chosen][units];
            if (better || count <= wanted) {
                chosen = count;
            }
        }
        return trace(last, chosen);
    }

    /** One more window than the row before, for every unit the windows may reach up to. */
    private void fill(double[] fewer, double[] worth, @Nullable Scored[] last, boolean first) {
        Arrays.fill(worth, Double.NEGATIVE_INFINITY);
        int next = 0;
        for (int end = 1; end <= units; end++) {
            worth[end] = worth[end - 1];
            last[end] = last[end - 1];
            for (; next < candidates.size() && candidates.get(next).window().to() == end; next++) {
                var candidate = candidates.get(next);
                double before = first ? 0 : fewer[candidate.window().from()];
                double total = before + candidate.score() - floor;
                if (total > worth[end]) {
                    worth[end] = total;
                    last[end] = candidate;
                }
            }
        }
    }

    private static List<Scored> trace(@Nullable Scored[][] last, int count) {
        var chosen = new ArrayList<Scored>();
        int end = last[0].length - 1;
        for (int row = count; row > 0; row--) {
            var window = last[row][end];
            if (window == null) {
                throw new IllegalStateException("a reachable set has a last window");
            }
            chosen.add(window);
            end = window.window().from();
        }
        return chosen.reversed();
    }

    /** The median of all candidates. */
    static double floor(List<Scored> candidates) {
        var scores = candidates.stream().mapToDouble(Scored::score).sorted().toArray();
        return scores.length == 0 ? 0 : scores[scores.length / 2];
    }
}
