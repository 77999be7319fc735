package io.clipforge.media.captions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Breaks speech into captions.
 *
 * <p>Of all ways to cut the words into captions the cheapest is taken (dynamic programming over the
 * places between words): a cut in the middle of a phrase costs, and so do a caption that spans two
 * sentences, stays too short or reads too fast, and a lonely word.
 */
public final class Captioner {
    private static final double CAPTION = 0.6;
    private static final double SPANS_SENTENCES = 3;
    private static final double TOO_SHORT = 2;
    private static final double PER_SPEED_EXCESS = 2;
    private static final double[] FEW_WORDS = {0, 1.5, 0.5};

    /** A gap shorter than this would flicker. */
    private static final long FLICKER_MS = 300;

    private static final long LINGER_MS = 200;

    private final CaptionRules rules;
    private final Pieces pieces;

    public Captioner(CaptionRules rules) {
        this.rules = rules;
        this.pieces = new Pieces(rules.lineChars());
    }

    /**
     * The captions of a clip, on the clip's clock.
     *
     * @param words on the source's clock, in order, not overlapping; others than the clip's are
     *     passed over
     */
    public List<Caption> captions(List<Word> words, long clipStartMs, long clipEndMs) {
        var spoken =
                words.stream()
                        .filter(word -> mostlyWithin(word, clipStartMs, clipEndMs))
                        .map(word -> word.within(clipStartMs, clipEndMs).shifted(-clipStartMs))
                        .toList();
        return timed(cheapestCut(pieces.of(spoken)), clipEndMs - clipStartMs);
    }

    private static boolean mostlyWithin(Word word, long startMs, long endMs) {
        long middle = word.startMs() + word.lengthMs() / 2;
        return middle >= startMs && middle < endMs;
    }

    private List<Layout> cheapestCut(List<Word> words) {
        int count = words.size();
        var cost = new double[count + 1];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
        var cutBefore = new int[count + 1];
        var layout = new @Nullable Layout[count + 1];
        for (int end = 1; end <= count; end++) {
            for (int start = end - 1; start >= 0 && mayFit(words, start, end); start--) {
                var candidate = Layout.of(words.subList(start, end), rules);
                double total = cost[start] + candidate.cost() + cost(words, start, end);
                if (total < cost[end]) {
                    cost[end] = total;
                    cutBefore[end] = start;
                    layout[end] = candidate;
                }
            }
        }
        var cut = new ArrayList<Layout>();
        for (int end = count; end > 0; end = cutBefore[end]) {
            var chosen = layout[end];
            if (chosen != null) {
                cut.add(chosen);
            }
        }
        Collections.reverse(cut);
        return cut;
    }

    /** Into two lines, however they are broken. */
    private boolean mayFit(List<Word> words, int start, int end) {
        return end - start == 1
                || Layout.columns(words.subList(start, end)) <= 2 * pieces.widest() + 1;
    }

    private double cost(List<Word> words, int start, int end) {
        double cost = CAPTION + insides(words, start, end);
        if (end - start < FEW_WORDS.length) {
            cost += FEW_WORDS[end - start];
        }
        if (end == words.size()) {
            return cost;
        }
        var last = words.get(end - 1);
        var next = words.get(end);
        long mostMs = next.startMs() - words.get(start).startMs();
        double needsMs = Layout.columns(words.subList(start, end)) * 1000 / rules.charsPerSecond();
        cost += Phrases.separates(last, next) ? 0 : Phrases.tear(last, next);
        cost += mostMs < rules.minMs() ? TOO_SHORT : 0;
        cost += PER_SPEED_EXCESS * Math.max(0, needsMs / Math.max(1, mostMs) - 1);
        return cost;
    }

    private static double insides(List<Word> words, int start, int end) {
        double cost = 0;
        for (int i = start; i + 1 < end; i++) {
            if (Phrases.separates(words.get(i), words.get(i + 1))) {
                return Double.POSITIVE_INFINITY;
            }
            cost += Phrases.endsSentence(words.get(i)) ? SPANS_SENTENCES : 0;
        }
        return cost;
    }

    private List<Caption> timed(List<Layout> cut, long clipMs) {
        var captions = new ArrayList<Caption>();
        for (int i = 0; i < cut.size(); i++) {
            long next = i + 1 < cut.size() ? cut.get(i + 1).startMs() : clipMs;
            captions.add(shown(cut.get(i), next));
        }
        // only words that start together leave no time to show one
        captions.removeIf(caption -> caption.endMs() <= caption.startMs());
        return captions;
    }

    private Caption shown(Layout layout, long nextMs) {
        var words = layout.words();
        long start = layout.startMs();
        long readMs = Math.round(Layout.columns(words) * 1000 / rules.charsPerSecond());
        long wanted =
                Math.max(
                        words.getLast().endMs() + LINGER_MS,
                        start + Math.max(rules.minMs(), readMs));
        long end = nextMs - wanted < FLICKER_MS ? nextMs : wanted;
        return new Caption(start, end, layout.lines());
    }
}
