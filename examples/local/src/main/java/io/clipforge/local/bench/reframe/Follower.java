package io.clipforge.local.bench.reframe;

import io.clipforge.media.reframe.Face;
import io.clipforge.media.reframe.Shot;
import io.clipforge.media.reframe.Size;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The plain way: the window's middle is the middle of the largest face, whenever one is seen, and
 * moves evenly in between.
 */
final class Follower {
    private Follower() {}

    static List<View> frame(Seen seen, Size frame) {
        var window = seen.size().largestLike(frame);
        return seen.shots().stream().map(it -> view(it, seen.size(), window)).toList();
    }

    private static View view(Shot shot, Size source, Size window) {
        var largest = new TreeMap<Double, Face>();
        shot.faces().stream()
                .flatMap(it -> it.faces().stream())
                .sorted(Comparator.comparingDouble(Face::width))
                .forEach(it -> largest.put((double) it.timeMs(), it));
        var centers = new TreeMap<Double, Double>();
        largest.forEach((at, it) -> centers.put(at, (it.x() + it.width() / 2) * source.width()));
        double range = source.width() - window.width();
        return new View(
                shot.startMs(),
                shot.endMs(),
                at -> {
                    double middle = middle(centers, at, source.width() / 2.0);
                    double from = Math.clamp(middle - window.width() / 2.0, 0, range);
                    return List.of(new Span(from, from + window.width()));
                });
    }

    private static double middle(
            NavigableMap<Double, Double> centers, double at, double otherwise) {
        var before = centers.floorEntry(at);
        var after = centers.ceilingEntry(at);
        if (before == null || after == null) {
            var only = before == null ? after : before;
            return only == null ? otherwise : only.getValue();
        }
        double way = after.getKey() - before.getKey();
        double part = way == 0 ? 0 : (at - before.getKey()) / way;
        return before.getValue() + part * (after.getValue() - before.getValue());
    }
}
