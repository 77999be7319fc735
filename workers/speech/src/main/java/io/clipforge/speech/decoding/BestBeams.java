package io.clipforge.speech.decoding;

import io.clipforge.speech.model.Logits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * As transformers search: the best that have ended are kept, until none that goes on can be better
 * than they are.
 */
final class BestBeams implements Beams {
    private final BeamSearch search;
    private List<Beam> running = List.of(Beam.EMPTY);
    private List<Hypothesis> ended = List.of();
    private int length;
    private boolean over;

    BestBeams(BeamSearch search) {
        this.search = search;
    }

    @Override
    public List<Beam> running() {
        return running;
    }

    @Override
    public boolean over() {
        return over;
    }

    @Override
    public Hypothesis best() {
        return ended.isEmpty() ? new Hypothesis(List.of(), 0) : ended.getFirst();
    }

    @Override
    public void advance(Logits logits, int first) {
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
                next.add(running.get(candidate.beam()).then(candidate));
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

    private Hypothesis hypothesis(Candidate candidate) {
        var tokens = new ArrayList<>(running.get(candidate.beam()).tokens());
        if (candidate.token() != search.endOfText()) {
            tokens.add(candidate.token());
        }
        return new Hypothesis(tokens, candidate.score() / length);
    }
}
