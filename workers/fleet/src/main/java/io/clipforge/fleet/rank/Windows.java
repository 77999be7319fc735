package io.clipforge.fleet.rank;

import java.util.ArrayList;
import java.util.List;

/** All windows of an allowed length. One that is too short takes silence around it, if it can. */
final class Windows {
    /** A window that is hardly longer than the last one adds work, not choice. */
    private static final double LEAST_GROWTH = 1.05;

    private final List<Unit> units;
    private final long minMs;
    private final long maxMs;

    private Windows(List<Unit> units, long minMs, long maxMs) {
        this.units = units;
        this.minMs = minMs;
        this.maxMs = maxMs;
    }

    static List<Window> of(List<Unit> units, long minMs, long maxMs) {
        return new Windows(units, minMs, maxMs).all();
    }

    private List<Window> all() {
        var windows = new ArrayList<Window>();
        for (int from = 0; from < units.size(); from++) {
            double last = 0;
            for (int to = from + 1; to <= units.size() && length(from, to) <= maxMs; to++) {
                long length = length(from, to);
                boolean allowed = length + room(from, to) >= minMs;
                if (allowed && length >= LEAST_GROWTH * last) {
                    windows.add(window(from, to));
                    last = length;
                }
            }
        }
        return windows;
    }

    private long length(int from, int to) {
        return units.get(to - 1).endMs() - units.get(from).startMs();
    }

    private long room(int from, int to) {
        return units.get(from).roomBefore() + units.get(to - 1).roomAfter();
    }

    private Window window(int from, int to) {
        var first = units.get(from);
        var last = units.get(to - 1);
        long missing = Math.max(0, minMs - length(from, to));
        // half on either side, more where the other side has less
        long after =
                Math.min(last.roomAfter(), Math.max(missing / 2, missing - first.roomBefore()));
        return new Window(
                from,
                to,
                first.startMs() - (missing - after),
                last.endMs() + after,
                first.fromWord(),
                last.toWord());
    }
}
