package io.clipforge.local.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far heard words are from spoken ones. */
final class WordErrors {
    private WordErrors() {}

    /** Words inserted, left out and mistaken, as a share of the words spoken. */
    static double rate(List<String> spoken, List<String> heard) {
        int[] above = new int[heard.size() + 1];
        Arrays.setAll(above, i -> i);
        for (var word : spoken) {
            int[] row = new int[above.length];
            row[0] = above[0] + 1;
            for (int i = 1; i < row.length; i++) {
                int mistaken = above[i - 1] + (word.equals(heard.get(i - 1)) ? 0 : 1);
                row[i] = Math.min(mistaken, 1 + Math.min(above[i], row[i - 1]));
            }
            above = row;
        }
        return (double) above[heard.size()] / spoken.size();
    }

    /** Without case and punctuation. */
    static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9']+"))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
