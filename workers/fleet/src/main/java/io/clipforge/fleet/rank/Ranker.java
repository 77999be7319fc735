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
    private final Scorer scorer;
    private final Features features;
    private final LengthFit lengths;
    private final long minMs;
    private final long maxMs;
    private final int maxMoments;

    Ranker(Material material, Scorer scorer, long minMs, long maxMs, int maxMoments) {
        this.material = material;
        this.scorer = scorer;
        this.minMs = minMs;
        this.maxMs = maxMs;
        this.maxMoments = maxMoments;
        this.lengths = LengthFit.forAsset(material.durationMs(), minMs, maxMs);
        this.features = new Features(material, lengths);
    }

    List<Moment> moments() {
        var titles = new Titles(material.transcript());
        var hashtags = new Hashtags(material.transcript());
        return chosen().stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .map(it -> moment(it, titles.of(it.window()), hashtags.of(it.window())))
                .toList();
    }

    private Moment moment(Scored it, String title, List<String> hashtags) {
        var values = features.of(it.window());
        return new Moment(
                it.window().startMs(),
                it.window().endMs(),
                it.score(),
                title,
                scorer.reasons(values),
                scorer.name(),
                scorer.start(),
                scorer.probability(values),
                hashtags);
    }

    private List<Scored> chosen() {
        if (material.durationMs() <= minMs) {
            return List.of(scored(whole()));
        }
        for (long longest : pieces()) {
            var units = Units.of(material, longest);
            var windows = Windows.of(units, minMs, maxMs);
            if (!windows.isEmpty()) {
                var candidates = windows.stream().map(this::scored).toList();
                return new Diversity(material.transcript(), candidates)
                        .best(units.size(), maxMoments, Math.min(WANTED, maxMoments));
            }
        }
        return List.of();
    }

    private Scored scored(Window window) {
        return new Scored(window, scorer.score(features.of(window)));
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
