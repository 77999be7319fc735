package io.clipforge.fleet.scripts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** The longest ascending subsequence (Fredman 1975). */
final class Ascending {
    private Ascending() {}

    /**
     * @param value different for each item
     */
    static <T> List<T> longest(List<T> items, ToIntFunction<T> value) {
        // of all subsequences of a length the one that ends lowest, and what stands before each
        // item
        var ends = new int[items.size()];
        var before = new int[items.size()];
        var values = new int[items.size()];
        int length = 0;
        for (int i = 0; i < items.size(); i++) {
            int own = value.applyAsInt(items.get(i));
            int at = -1 - Arrays.binarySearch(values, 0, length, own);
            values[at] = own;
            ends[at] = i;
            before[i] = at == 0 ? -1 : ends[at - 1];
            length = Math.max(length, at + 1);
        }
        var longest = new ArrayList<T>();
        for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = before[i]) {
            longest.add(items.get(i));
        }
        return longest.reversed();
    }
}
