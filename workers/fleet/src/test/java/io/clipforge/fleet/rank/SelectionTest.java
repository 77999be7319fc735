package io.clipforge.fleet.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void noSetOfTheSameSizeIsWorthMore() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int units = 6 + random.nextInt(4);
            var candidates = candidates(random, units);
            var best = new Selection(candidates, units, 3, Selection.floor(candidates)).best(3);
            assertEquals(exhaustive(candidates, best.size()), worth(best), 1e-12, "seed " + seed);
        }
    }

    private static List<Scored> candidates(Random random, int units) {
        var candidates = new ArrayList<Scored>();
        for (int from = 0; from < units; from++) {
            for (int to = from + 1; to <= Math.min(units, from + 3); to++) {
                var window = new Window(from, to, from * 1_000L, to * 1_000L, from, to);
                candidates.add(new Scored(window, random.nextDouble()));
            }
        }
        return candidates;
    }

    private static double exhaustive(List<Scored> candidates, int size) {
        return size == 0 ? 0 : exhaustive(candidates, 0, 0, size);
    }

    private static double exhaustive(List<Scored> candidates, int index, int free, int size) {
        if (size == 0) {
            return 0;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int i = index; i < candidates.size(); i++) {
            var candidate = candidates.get(i);
            if (candidate.window().from() >= free) {
                double rest = exhaustive(candidates, i + 1, candidate.window().to(), size - 1);
                best = Math.max(best, candidate.score() + rest);
            }
        }
        return best;
    }

    private static double worth(List<Scored> chosen) {
        return chosen.stream().mapToDouble(Scored::score).sum();
    }
}
