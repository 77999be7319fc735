package io.clipforge.speech.decoding;

import io.clipforge.speech.model.Dictation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Follows the likeliest few sequences at once, because the likeliest word now may lead to an
 * unlikely sentence. A sequence that has ended counts by the average of its tokens; the search is
 * over when no open one is better than the worst of enough ended ones.
 *
 * @param beams followed for each window
 * @param maxTokens for each sequence, the end of text included
 * @param patience see {@link DecodingOptions#patience()}
 */
record BeamSearch(TokenRule rules, int endOfText, int maxTokens, int beams, OptionalDouble patience)
        implements Search {
    @Override
    public List<Hypothesis> search(Dictation dictation) {
        var all = new ArrayList<Beams>();
        for (int row = 0; row < dictation.logits().rows(); row++) {
            all.add(sequences());
        }
        var open = List.copyOf(all);
        while (!open.isEmpty()) {
            open = step(dictation, open);
        }
        return all.stream().map(Beams::best).toList();
    }

    private Beams sequences() {
        return patience.isPresent()
                ? new PatientBeams(this, (int) Math.round(beams * patience.getAsDouble()))
                : new BestBeams(this);
    }

    /** Writes one token in each sequence; the windows that go on. */
    private List<Beams> step(Dictation dictation, List<Beams> open) {
        var logits = dictation.logits();
        var rows = new ArrayList<Integer>();
        var tokens = new ArrayList<Integer>();
        var going = new ArrayList<Beams>();
        boolean sameSounds = true;
        int first = 0;
        for (var each : open) {
            int width = each.width();
            each.advance(logits, first);
            if (!each.over()) {
                each.sources(first).forEach(rows::add);
                tokens.addAll(each.lastTokens());
                going.add(each);
            }
            sameSounds &= !each.over() && each.width() == width;
            first += width;
        }
        if (!going.isEmpty()) {
            var kept = rows.stream().mapToInt(it -> it).toArray();
            if (sameSounds) {
                dictation.reorder(kept);
            } else {
                dictation.select(kept);
            }
            dictation.append(tokens.stream().mapToInt(it -> it).toArray());
        }
        return going;
    }
}
