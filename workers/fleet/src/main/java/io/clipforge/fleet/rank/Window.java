package io.clipforge.fleet.rank;

/**
 * A candidate: neighbouring units.
 *
 * @param from index of the first unit
 * @param to index after the last unit
 */
record Window(int from, int to, long startMs, long endMs, int fromWord, int toWord) {
    int words() {
        return toWord - fromWord;
    }

    boolean overlaps(Window other) {
        return from < other.to && other.from < to;
    }

    long lengthMs() {
        return endMs - startMs;
    }
}
