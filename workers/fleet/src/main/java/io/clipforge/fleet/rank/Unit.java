package io.clipforge.fleet.rank;

/**
 * The smallest piece that a moment may begin or end with: a sentence, a part of an overlong one, or
 * a shot where nobody speaks.
 *
 * @param startMs inclusive; between words
 * @param endMs exclusive; between words
 * @param fromWord index of its first word
 * @param toWord index after its last word; equal to {@code fromWord} without words
 * @param roomBefore silence before the start that is its own as well, milliseconds
 * @param roomAfter the same behind the end
 */
record Unit(long startMs, long endMs, int fromWord, int toWord, long roomBefore, long roomAfter) {
    static Unit withoutWords(long startMs, long endMs) {
        return new Unit(startMs, endMs, 0, 0, 0, 0);
    }
}
