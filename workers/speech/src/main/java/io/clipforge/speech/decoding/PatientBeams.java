package io.clipforge.speech.decoding;

import io.clipforge.speech.model.Logits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * As openai-whisper searches: the first that end are kept, as many as patience is had for, and then
 * it is over. A sequence counts by the average of its tokens, of which the end of text adds to the
 * sum only ("A Call for Clarity in Beam Search", Kasai et al., 2022, has the patience).
 *
 * @see DecodingOptions#patience()
 */
final class PatientBeams implements Beams {
    private final BeamSearch search;
    private final int most;
    private final List<Beam> ended = new ArrayList<>();
    private List<Beam> running = List.of(Beam.EMPTY);
    private boolean over;

    /**
     * @param most sequences that end before it is over
     */
    PatientBeams(BeamSearch search, int most) {
        this.search = search;
        this.most = most;
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
        var best = ended.stream().max(Comparator.comparingDouble(PatientBeams::average));
        return best.map(it -> new Hypothesis(it.tokens(), it.score() / (it.tokens().size() + 1)))
                .orElseGet(() -> new Hypothesis(List.of(), 0));
    }

    @Override
    public void advance(Logits logits, int first) {
        var next = new ArrayList<Beam>();
        for (var candidate : candidates(logits, first)) {
            if (next.size() == search.beams()) {
                break;
            }
            var beam = running.get(candidate.beam());
            if (candidate.token() != search.endOfText()) {
                next.add(beam.then(candidate));
            } else if (ended.size() < most) {
                ended.add(new Beam(beam.tokens(), candidate.score(), candidate.beam()));
            }
        }
        running = next;
        boolean full = !next.isEmpty() && next.getFirst().tokens().size() == search.maxTokens();
        over = ended.size() == most || next.isEmpty() || full;
        if (over) {
            next.stream().limit(Math.max(0, search.beams() - ended.size())).forEach(ended::add);
        }
    }

    /** What is forbidden has no part in the probabilities. */
    private List<Candidate> candidates(Logits logits, int first) {
        var likeliest = new Likeliest(2 * search.beams());
        for (int i = 0; i < running.size(); i++) {
            var beam = running.get(i);
            var scores = logits.last(first + i);
            search.rules().apply(scores, beam.tokens());
            Scores.normalize(scores);
            for (int token = 0; token < scores.length; token++) {
                if (scores[token] != Scores.FORBIDDEN) {
                    likeliest.offer(i, token, beam.score() + scores[token]);
                }
            }
        }
        return likeliest.inOrder();
    }

    private static double average(Beam beam) {
        return beam.tokens().isEmpty()
                ? Double.NEGATIVE_INFINITY
                : beam.score() / beam.tokens().size();
    }
}
