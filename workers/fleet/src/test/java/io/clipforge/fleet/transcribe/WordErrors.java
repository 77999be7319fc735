package io.clipforge.fleet.transcribe;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Word error rate: edits from what was heard to what was said, per word said. */
public final class WordErrors {
    private WordErrors() {}

    public static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z']+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public static double rate(List<String> said, List<String> heard) {
        var row = IntStream.rangeClosed(0, heard.size()).toArray();
        for (int i = 1; i <= said.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int k = 1; k <= heard.size(); k++) {
                int wrong = said.get(i - 1).equals(heard.get(k - 1)) ? 0 : 1;
                int best = Math.min(diagonal + wrong, Math.min(row[k], row[k - 1]) + 1);
                diagonal = row[k];
                row[k] = best;
            }
        }
        return (double) row[heard.size()] / said.size();
    }
}
