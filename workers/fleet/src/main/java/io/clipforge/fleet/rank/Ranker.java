package io.clipforge.fleet.rank;

import io.clipforge.jobs.RankedMoments.Moment;
import java.util.ArrayList;
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

    Ranker(Material material, long minMs, long maxMs, int maxMoments) {
        this.material = material;
        this.minMs = minMs;
        this.maxMs = maxMs;
        this.maxMoments = maxMoments;
    }

    List<Moment> moments() {
        var scorer = new Scorer(material, LengthFit.forAsset(material.durationMs(), minMs, maxMs));
        var titles = new Titles(material.transcript());
        return chosen(scorer).stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .map(it ->
                        new Moment(
                                it.window().startMs(),
                                it.window().endMs(),
                                it.score(),
                                titles.of(it.window()),
                                it.reasons()))
                .toList();
    }

    private List<Scored> chosen(Scorer scorer) {
        if (material.durationMs() <= minMs) {
            return List.of(scorer.score(whole()));
        }
        var units = Units.of(material, maxMs);
        var candidates = windows(units).stream().map(scorer::score).toList();
        if (candidates.isEmpty()) {
            return List.of(scorer.score(aroundWords(units)));
        }
        return new Selection(candidates, units.size(), maxMoments)
                .best(Math.min(WANTED, maxMoments));
    }

    private List<Window> windows(List<Unit> units) {
        var windows = new ArrayList<Window>();
        for (int from = 0; from < units.size(); from++) {
            for (int to = from + 1; to <= units.size(); to++) {
                var window = Window.of(units, from, to);
                if (window.lengthMs() > maxMs) {
                    break;
                }
                if (window.lengthMs() >= minMs) {
                    windows.add(window);
                }
            }
        }
        return windows;
    }

    /** A short asset is one moment of its own length. */
    private Window whole() {
        return new Window(0, 1, 0, material.durationMs(), 0, material.transcript().words().size());
    }

    /** The few words there are, in the middle of as much of the asset as a moment needs. */
    private Window aroundWords(List<Unit> units) {
        var spoken = Window.of(units, 0, Math.min(1, units.size()));
        long missing = Math.max(0, minMs - spoken.lengthMs());
        long start =
                Math.clamp(
                        spoken.startMs() - missing / 2,
                        0,
                        Math.max(0, material.durationMs() - minMs));
        long end = Math.min(material.durationMs(), Math.max(spoken.endMs(), start + minMs));
        return new Window(0, 1, start, end, spoken.fromWord(), spoken.toWord());
    }
}
