package io.clipforge.local.bench.captions;

import java.util.ArrayList;
import java.util.List;

/** Words that were said, each with the same word as it was heard: the longest common sequence. */
record Pairs(List<Pair> pairs) {
    /**
     * @param heard its index among the heard words
     */
    record Pair(Spoken said, int heard) {}

    static Pairs of(List<Spoken> said, List<Spoken> heard) {
        var common = new int[said.size() + 1][heard.size() + 1];
        for (int i = said.size() - 1; i >= 0; i--) {
            for (int j = heard.size() - 1; j >= 0; j--) {
                common[i][j] =
                        said.get(i).sounds(heard.get(j))
                                ? 1 + common[i + 1][j + 1]
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var pairs = new ArrayList<Pair>();
        int i = 0;
        int j = 0;
        while (i < said.size() && j < heard.size()) {
            if (said.get(i).sounds(heard.get(j))) {
                pairs.add(new Pair(said.get(i++), j++));
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return new Pairs(List.copyOf(pairs));
    }
}
