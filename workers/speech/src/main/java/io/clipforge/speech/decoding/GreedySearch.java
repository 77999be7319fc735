package io.clipforge.speech.decoding;

import io.clipforge.speech.model.Dictation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Takes the likeliest token each time; above a temperature of 0, one by chance, likely ones more
 * often. Rows that have ended are not computed any more.
 *
 * @param maxTokens for each row, the end of text included
 */
record GreedySearch(
        TokenRule rules, int endOfText, int maxTokens, double temperature, RandomGenerator random)
        implements Search {

    static GreedySearch likeliest(TokenRule rules, int endOfText, int maxTokens) {
        return new GreedySearch(rules, endOfText, maxTokens, 0, RandomGenerator.getDefault());
    }

    @Override
    public List<Hypothesis> search(Dictation dictation) {
        var lines = new ArrayList<Line>();
        for (int row = 0; row < dictation.logits().rows(); row++) {
            lines.add(new Line());
        }
        var open = List.copyOf(lines);
        for (int length = 1; !open.isEmpty(); length++) {
            open = step(dictation, open, length == maxTokens);
        }
        return lines.stream().map(Line::hypothesis).toList();
    }

    /** Writes one token in each line; those that go on. */
    private List<Line> step(Dictation dictation, List<Line> open, boolean last) {
        var rows = new ArrayList<Integer>();
        var going = new ArrayList<Line>();
        for (int row = 0; row < open.size(); row++) {
            var line = open.get(row);
            if (write(line, dictation.logits().last(row)) && !last) {
                rows.add(row);
                going.add(line);
            }
        }
        if (!going.isEmpty()) {
            dictation.select(rows.stream().mapToInt(it -> it).toArray());
            dictation.append(going.stream().mapToInt(it -> it.tokens.getLast()).toArray());
        }
        return going;
    }

    /** False when that was the end. */
    private boolean write(Line line, float[] scores) {
        rules.apply(scores, line.tokens);
        double sum = Scores.logSum(scores, 0, scores.length);
        int token = temperature == 0 ? Scores.likeliest(scores) : drawn(scores);
        line.sum += scores[token] - sum;
        if (token != endOfText) {
            line.tokens.add(token);
        }
        return token != endOfText;
    }

    private int drawn(float[] scores) {
        var tempered = new float[scores.length];
        for (int token = 0; token < scores.length; token++) {
            tempered[token] = (float) (scores[token] / temperature);
        }
        Scores.normalize(tempered);
        double left = random.nextDouble();
        int possible = Scores.likeliest(scores);
        for (int token = 0; token < tempered.length && left >= 0; token++) {
            if (tempered[token] != Scores.FORBIDDEN) {
                left -= Math.exp(tempered[token]);
                possible = token;
            }
        }
        return possible;
    }

    /** A row while it is written. */
    private static final class Line {
        private final List<Integer> tokens = new ArrayList<>();
        private double sum;

        /** The end counts as a token, also where there was no room for it. */
        Hypothesis hypothesis() {
            return new Hypothesis(tokens, sum / (tokens.size() + 1));
        }
    }
}
