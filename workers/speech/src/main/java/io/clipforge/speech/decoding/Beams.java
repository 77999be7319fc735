package io.clipforge.speech.decoding;

import io.clipforge.speech.model.Logits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The sequences of one window: those that go on and those that have ended, the best first. */
final class Beams {
    private final BeamSearch search;
    private List<Beam> running = List.of(new Beam(List.of(), 0, 0));
    private List<Hypothesis> ended = List.of();
    private int length;
    private boolean over;

    Beams(BeamSearch search) {
        this.search = search;
    }

    /** Rows of the batch that are of this window. */
    int width() {
        return running.size();
    }

    boolean over() {
        return over;
    }

    /** Which rows the running ones continue. */
    List<Integer> sources(int first) {
        return running.stream().map(it -> first + it.source()).toList();
    }

    List<Integer> lastTokens() {
        return running.stream().map(it -> it.tokens().getLast()).toList();
    }

    Hypothesis best() {
        return ended.isEmpty() ? new Hypothesis(List.of(), 0) : ended.getFirst();
    }

    /** Goes on with the likeliest continuations of all. */
    void advance(Logits logits, int first) {
        var candidates = candidates(logits, first);
        length++;
        boolean full = length == search.maxTokens();
        var next = new ArrayList<Beam>();
        var ending = new ArrayList<>(ended);
        for (int rank = 0; rank < candidates.size(); rank++) {
            var candidate = candidates.get(rank);
            boolean ends = full || candidate.token() == search.endOfText();
            if (ends && rank < search.beams()) {
                ending.add(hypothesis(candidate));
            } else if (!ends && next.size() < search.beams()) {
                next.add(beam(candidate));
            }
        }
        ending.sort(Comparator.comparingDouble(Hypothesis::averageLogProbability).reversed());
        ended = List.copyOf(ending.subList(0, Math.min(search.beams(), ending.size())));
        running = next;
        over = running.isEmpty() || noneCanBeBetter();
    }

    private boolean noneCanBeBetter() {
        return ended.size() == search.beams()
                && running.getFirst().score() / length <= ended.getLast().averageLogProbability();
    }

    /** Twice as many as beams, so that enough are left when the best ones end. */
    private List<Candidate> candidates(Logits logits, int first) {
        var likeliest = new Likeliest(2 * search.beams());
        for (int i = 0; i < running.size(); i++) {
            var beam = running.get(i);
            var scores = logits.last(first + i);
            Scores.normalize(scores);
            search.rules().apply(scores, beam.tokens());
            for (int token = 0; token < scores.length; token++) {
                if (scores[token] != Scores.FORBIDDEN) {
                    likeliest.offer(i, token, beam.score() + scores[token]);
                }
            }
        }
        return likeliest.inOrder();
    }

    private Beam beam(Candidate candidate) {
        var tokens = new ArrayList<>(running.get(candidate.beam()).tokens());
        tokens.add(candidate.token());
        return new Beam(tokens, candidate.score(), candidate.beam());
    }

    private Hypothesis hypothesis(Candidate candidate) {
        var tokens = new ArrayList<>(running.get(candidate.beam()).tokens());
        if (candidate.token() != search.endOfText()) {
            tokens.add(candidate.token());
        }
        return new Hypothesis(tokens, candidate.score() / length);
    }

    /**
     * @param score sum of the logarithms of its tokens' probabilities
     * @param source the beam that it continues
     */
    private record Beam(List<Integer> tokens, double score, int source) {}
}
