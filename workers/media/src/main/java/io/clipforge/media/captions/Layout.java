package io.clipforge.media.captions;

import java.util.List;

/**
 * The best way to set some words in one or two lines.
 *
 * @param cost 0 for a perfect one; infinite when the words do not fit
 */
record Layout(List<List<Word>> lines, double cost) {
    private static final double IMBALANCE = 0.03;
    private static final double SECOND_LINE = 0.2;

    static Layout of(List<Word> words, CaptionRules rules) {
        var best = new Layout(List.of(words), fits(words, rules) ? 0 : Double.POSITIVE_INFINITY);
        for (int at = 1; at < words.size(); at++) {
            var broken = broken(words, at, rules);
            best = broken.cost < best.cost ? broken : best;
        }
        return best;
    }

    List<Word> words() {
        return lines.stream().flatMap(List::stream).toList();
    }

    long startMs() {
        return lines.getFirst().getFirst().startMs();
    }

    private static Layout broken(List<Word> words, int at, CaptionRules rules) {
        var upper = words.subList(0, at);
        var lower = words.subList(at, words.size());
        if (!fits(upper, rules) || !fits(lower, rules)) {
            return new Layout(List.of(words), Double.POSITIVE_INFINITY);
        }
        double tear = Phrases.tear(upper.getLast(), lower.getFirst());
        double imbalance = IMBALANCE * Math.abs(columns(upper) - columns(lower));
        return new Layout(List.of(upper, lower), SECOND_LINE + tear / 2 + imbalance);
    }

    private static boolean fits(List<Word> line, CaptionRules rules) {
        long words = line.stream().skip(1).filter(it -> !it.glued()).count() + 1;
        return line.size() == 1
                || (words <= rules.lineWords() && columns(line) <= rules.lineChars());
    }

    /** Visible width, spaces included. */
    static double columns(List<Word> words) {
        return Columns.of(words);
    }
}
