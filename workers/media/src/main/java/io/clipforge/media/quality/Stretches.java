package io.clipforge.media.quality;

import java.util.function.IntPredicate;

/**
 * Where something is so, among pictures or windows in order.
 *
 * @param count of all for which it is so
 * @param longest in a row
 */
record Stretches(int count, int longest) {
    static Stretches of(int size, IntPredicate isSo) {
        int count = 0;
        int longest = 0;
        int row = 0;
        for (int i = 0; i < size; i++) {
            row = isSo.test(i) ? row + 1 : 0;
            count += isSo.test(i) ? 1 : 0;
            longest = Math.max(longest, row);
        }
        return new Stretches(count, longest);
    }
}
