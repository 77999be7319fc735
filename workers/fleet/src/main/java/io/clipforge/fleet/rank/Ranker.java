package io.clipforge.fleet.rank;

import io.clipforge.jobs.RankedMoments.Moment;
import java.util.Comparator;
import java.util.List;

/**
 * From material to moments: cut into units, score every window of them that has a fitting length,
 * choose the best set that does not overlap, best moment first.
 */
final class Ranker {
    /** People who are offered fewer come back less often. */
    private static final int WANTED = 6;

    private final Material material;
    private final long minMs;
    private final long maxMs;
    private final int maxMoments;
    private final LengthFit lengths;

    Ranker(Material material, long minMs, long maxMs, int maxMoments) {
        this.material = material;
        this.minMs = minMs;
        this.maxMs = maxMs;
        this.maxMoments = maxMoments;
        this.lengths = LengthFit.forAsset(material.durationMs(), minMs, maxMs);
    }

    List<Moment> moments() {
        var scorer = new Scorer(material, lengths);
        var titles = new Titles(material.transcript());
        return chosen(scorer).stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .map(it ->
                        new Moment(
                                it.window().startMs(),
                                it.window().endMs(),
                                it.score(),
                                titles.of(it.window()),
                                scorer.reasons(it.window())))
                .toList();
    }

    private List<Scored> chosen(Scorer scorer) {
        if (material.durationMs() <= minMs) {
            return List.of(new Scored(whole(), scorer.score(whole())));
        }
        for (long longest : pieces()) {
            var units = Units.of(material, longest);
            var windows = Windows.of(units, minMs, maxMs);
            if (!windows.isEmpty()) {
                var candidates =
                        windows.stream().map(it -> new Scored(it, scorer.score(it))).toList();
                return new Selection(candidates, units.size(), maxMoments)
                        .best(Math.min(WANTED, maxMoments));
            }
        }
        return List.of();
    }

    /** Sentences and shots; smaller pieces where no window of them has an allowed length. */
    private List<Long> pieces() {
        long longest = material.spoken() ? maxMs : lengths.targetMs();
        return List.of(longest, minMs / 3, minMs / 12);
    }

    /** A short asset is one moment of its own length. */
    private Window whole() {
        return new Window(0, 1, 0, material.durationMs(), 0, material.transcript().words().size());
    }
}
