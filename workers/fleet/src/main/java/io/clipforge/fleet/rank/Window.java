package io.clipforge.fleet.rank;

/**
 * A candidate: neighbouring units.
 *
 * @param from index of the first unit
 * @param to index after the last unit
 */
record Window(int from, int to, long startMs, long endMs, int fromWord, int toWord) {
    long lengthMs() {
        return endMs - startMs;
    }
}
