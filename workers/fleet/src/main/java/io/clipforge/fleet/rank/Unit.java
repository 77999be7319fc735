package io.clipforge.fleet.rank;

/**
 * The smallest piece that a moment may begin or end with: a sentence, a part of an overlong one, or
 * a shot where nobody speaks.
 *
 * @param startMs inclusive; between words
 * @param endMs exclusive; between words
 * @param fromWord index of its first word
 * @param toWord index after its last word; equal to {@code fromWord} without words
 */
record Unit(long startMs, long endMs, int fromWord, int toWord) {}
