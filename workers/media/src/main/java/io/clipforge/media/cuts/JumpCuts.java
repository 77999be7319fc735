package io.clipforge.media.cuts;

import io.clipforge.media.captions.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the stretches that a clip is made without. All of them lie between words that stay; none
 * touches one.
 *
 * <ul>
 *   <li>A pause longer than {@link #PAUSE_MS} keeps {@link #BREATH_MS} at each side; at the clip's
 *       ends only the side towards the word.
 *   <li>A filler goes with up to {@link #LEAN_MS} of the pause at each side, but not more than half
 *       of it.
 *   <li>A word is not left alone for less than {@link #LEAST_KEPT_MS}: the shorter cut beside it is
 *       given up. So are cuts of less than {@link #LEAST_CUT_MS}.
 *   <li>Of more than {@link #MOST_CUTS} cuts the longest are made.
 *   <li>At least {@link #LEAST_CLIP_MS} stay: otherwise every cut gives back its part.
 *   <li>A clip without words stays whole, and fillers stay in one that has no other words.
 * </ul>
 */
public final class JumpCuts {
    /** A pause up to this stays as it is. */
    public static final double PAUSE_MS = 600;

    /** What stays of a longer one, at each side. */
    public static final double BREATH_MS = 150;

    /** Most cuts of a clip. */
    public static final int MOST_CUTS = 299;

    static final double LEAN_MS = 60;
    static final double LEAST_KEPT_MS = 200;
    static final double LEAST_CUT_MS = 80;
    static final double LEAST_CLIP_MS = 1000;

    private final Span clip;
    private final Cut cut;
    private final Quiet quiet;

    private JumpCuts(Span clip, Cut cut, Quiet quiet) {
        this.clip = clip;
        this.cut = cut;
        this.quiet = quiet;
    }

    /**
     * @param words of the source, in order, not overlapping
     * @return in order, apart from each other, within the clip; empty when it stays whole
     */
    public static List<Span> of(Cut cut, List<Word> words, Span clip, Quiet quiet) {
        var spoken =
                words.stream()
                        .filter(it -> it.endMs() > clip.startMs() && it.startMs() < clip.endMs())
                        .toList();
        return spoken.isEmpty() || !cut.isAsked()
                ? List.of()
                : new JumpCuts(clip, cut, quiet).of(spoken);
    }

    private List<Span> of(List<Word> spoken) {
        var fillers = new Fillers(cut.language());
        var meant = spoken.stream().filter(it -> !cut.fillers() || !fillers.isFiller(it)).toList();
        var staying = meant.isEmpty() ? spoken : meant;
        var cuts = new ArrayList<Span>();
        double from = clip.startMs();
        for (var word : staying) {
            cuts.addAll(between(new Span(from, word.startMs()), spoken, staying));
            from = Math.max(from, (double) word.endMs());
        }
        cuts.addAll(between(new Span(from, clip.endMs()), spoken, staying));
        cuts.removeIf(it -> it.lengthMs() < LEAST_CUT_MS);
        return longEnough(longest(withoutFlashes(cuts)));
    }

    /** What goes between two words that stay, or before the first, or behind the last. */
    private List<Span> between(Span gap, List<Word> spoken, List<Word> staying) {
        if (gap.lengthMs() <= 0) {
            return List.of();
        }
        var fillers =
                spoken.stream()
                        .filter(it -> it.startMs() >= gap.startMs() && it.endMs() <= gap.endMs())
                        .filter(it -> !staying.contains(it))
                        .map(it -> new Span(it.startMs(), it.endMs()))
                        .toList();
        var cuts = new ArrayList<>(fillers.stream().map(it -> leaning(it, gap)).toList());
        if (cut.silences()) {
            cuts.addAll(silences(gap, fillers));
        }
        return Span.joined(cuts, LEAST_KEPT_MS).stream().map(it -> toTheEdges(it, gap)).toList();
    }

    /** A filler that is taken out is as good as silence. */
    private List<Span> silences(Span gap, List<Span> fillers) {
        var still = new ArrayList<>(quiet.within(gap));
        still.addAll(fillers);
        return Span.joined(still, LEAN_MS).stream()
                .filter(it -> it.lengthMs() > PAUSE_MS)
                .map(it ->
                        new Span(
                                it.startMs() + (it.startMs() == clip.startMs() ? 0 : BREATH_MS),
                                it.endMs() - (it.endMs() == clip.endMs() ? 0 : BREATH_MS)))
                .toList();
    }

    private static Span leaning(Span filler, Span gap) {
        double before = Math.min(LEAN_MS, (filler.startMs() - gap.startMs()) / 2);
        double behind = Math.min(LEAN_MS, (gap.endMs() - filler.endMs()) / 2);
        return new Span(filler.startMs() - before, filler.endMs() + behind);
    }

    /** What nobody speaks in before the first cut, and behind the last, is not left as a flash. */
    private Span toTheEdges(Span cut, Span gap) {
        boolean first =
                gap.startMs() == clip.startMs() && cut.startMs() - clip.startMs() < LEAST_KEPT_MS;
        boolean last = gap.endMs() == clip.endMs() && clip.endMs() - cut.endMs() < LEAST_KEPT_MS;
        return new Span(first ? clip.startMs() : cut.startMs(), last ? clip.endMs() : cut.endMs());
    }

    /** Of two cuts with too little between them the shorter is given up. */
    private List<Span> withoutFlashes(List<Span> cuts) {
        var made = new ArrayList<Span>();
        for (var next : cuts) {
            boolean flash = !made.isEmpty() && isFlash(made.getLast().endMs(), next.startMs());
            if (!flash) {
                made.add(next);
            } else if (next.lengthMs() > made.getLast().lengthMs()) {
                made.set(made.size() - 1, next);
            }
        }
        if (!made.isEmpty() && isFlash(clip.startMs(), made.getFirst().startMs())) {
            made.removeFirst();
        }
        if (!made.isEmpty() && isFlash(made.getLast().endMs(), clip.endMs())) {
            made.removeLast();
        }
        return made;
    }

    private static boolean isFlash(double fromMs, double toMs) {
        return toMs > fromMs && toMs - fromMs < LEAST_KEPT_MS;
    }

    private List<Span> longest(List<Span> cuts) {
        return cuts.stream()
                .sorted(Comparator.comparingDouble(Span::lengthMs).reversed())
                .limit(MOST_CUTS)
                .sorted(Comparator.comparingDouble(Span::startMs))
                .toList();
    }

    private List<Span> longEnough(List<Span> cuts) {
        double removed = cuts.stream().mapToDouble(Span::lengthMs).sum();
        double missing = LEAST_CLIP_MS - (clip.lengthMs() - removed);
        if (missing <= 0) {
            return cuts;
        }
        double share = missing / removed;
        return share >= 1 ? List.of() : cuts.stream().map(it -> shorter(it, share)).toList();
    }

    private Span shorter(Span cut, double share) {
        double part = share * cut.lengthMs();
        if (cut.startMs() == clip.startMs()) {
            return new Span(cut.startMs(), cut.endMs() - part);
        }
        return cut.endMs() == clip.endMs()
                ? new Span(cut.startMs() + part, cut.endMs())
                : new Span(cut.startMs() + part / 2, cut.endMs() - part / 2);
    }
}
