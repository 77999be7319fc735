package io.clipforge.local.bench.asr;

import java.util.List;
import java.util.Locale;

/** How many words were heard wrongly. */
final class Words {
    private Words() {}

    /** Words put in, left out or mistaken, at the fewest, for each word that was said. */
    static double errorRate(List<String> said, List<String> heard) {
        var above = new int[heard.size() + 1];
        for (int j = 0; j <= heard.size(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= said.size(); i++) {
            var row = new int[heard.size() + 1];
            row[0] = i;
            for (int j = 1; j <= heard.size(); j++) {
                int mistaken = bare(said.get(i - 1)).equals(bare(heard.get(j - 1))) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + mistaken, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return (double) above[heard.size()] / said.size();
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']", "");
    }
}
