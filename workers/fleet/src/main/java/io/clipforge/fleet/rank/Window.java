package io.clipforge.fleet.rank;

import java.util.List;

/**
 * A candidate: neighbouring units.
 *
 * @param from index of the first unit
 * @param to index after the last unit
 */
record Window(int from, int to, long startMs, long endMs, int fromWord, int toWord) {
    static Window of(List<Unit> units, int from, int to) {
        var first = units.get(from);
        var last = units.get(to - 1);
        return new Window(from, to, first.startMs(), last.endMs(), first.fromWord(), last.toWord());
    }

    long lengthMs() {
        return endMs - startMs;
    }
}
