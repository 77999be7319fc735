package io.clipforge.local.bench.rank;

import io.clipforge.fleet.rank.Passages;
import io.clipforge.fleet.rank.Passages.Passage;
import io.clipforge.jobs.Transcript;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody said, and where the audience reacted.
 *
 * @param reactions numbers of words that had been said when it laughed or applauded, in order
 */
record Speech(String name, Transcript transcript, List<Integer> reactions) {
    Speech {
        reactions = List.copyOf(reactions);
    }

    /** One after another, without overlap: what there is to choose from. */
    List<Rated> passages(long lengthMs) {
        var passages = new ArrayList<Rated>();
        var maker = maker(lengthMs);
        int from = 0;
        for (int to = end(from, lengthMs); to > 0; to = end(from, lengthMs)) {
            passages.add(rated(maker.of(from, to)));
            from = to;
        }
        return passages;
    }

    /** One from each sentence on: more to learn from. */
    List<Rated> everyPassage(long lengthMs) {
        var passages = new ArrayList<Rated>();
        var maker = maker(lengthMs);
        for (int from = 0; end(from, lengthMs) > 0; from++) {
            passages.add(rated(maker.of(from, end(from, lengthMs))));
        }
        return passages;
    }

    /** Words of the longest sentence in it. */
    double longestSentence(Rated rated) {
        return transcript.sentences().stream()
                .filter(it -> it.from() >= rated.passage().fromWord())
                .filter(it -> it.to() <= rated.passage().toWord())
                .mapToInt(it -> it.to() - it.from())
                .max()
                .orElse(0);
    }

    private Passages maker(long lengthMs) {
        var words = transcript.words();
        return new Passages(transcript, words.getLast().endMs() + 500, lengthMs);
    }

    /** Index after the sentence with which the length is reached; 0 when it is not. */
    private int end(int from, long lengthMs) {
        var sentences = transcript.sentences();
        for (int to = from + 1; to <= sentences.size(); to++) {
            long start = transcript.startMs(sentences.get(from));
            if (transcript.endMs(sentences.get(to - 1)) - start >= lengthMs) {
                return to;
            }
        }
        return 0;
    }

    private Rated rated(Passage passage) {
        long count =
                reactions.stream()
                        .filter(it -> it > passage.fromWord() && it <= passage.toWord())
                        .count();
        return new Rated(passage, (int) count);
    }

    /**
     * @param reactions that people gave while it was said or right behind it
     */
    record Rated(Passage passage, int reactions) {}
}
