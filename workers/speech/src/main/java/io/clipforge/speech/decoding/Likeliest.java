package io.clipforge.speech.decoding;

import java.util.List;
import java.util.stream.IntStream;

/** The best few of many candidates; of equals, those that came first. */
final class Likeliest {
    private final int[] beams;
    private final int[] tokens;
    private final double[] scores;
    private int size;

    Likeliest(int most) {
        beams = new int[most];
        tokens = new int[most];
        scores = new double[most];
    }

    void offer(int beam, int token, double score) {
        if (size == scores.length && score <= scores[size - 1]) {
            return;
        }
        int at = size < scores.length ? size++ : size - 1;
        for (; at > 0 && scores[at - 1] < score; at--) {
            beams[at] = beams[at - 1];
            tokens[at] = tokens[at - 1];
            scores[at] = scores[at - 1];
        }
        beams[at] = beam;
        tokens[at] = token;
        scores[at] = score;
    }

    List<Candidate> inOrder() {
        return IntStream.range(0, size)
                .mapToObj(i -> new Candidate(beams[i], tokens[i], scores[i]))
                .toList();
    }
}
