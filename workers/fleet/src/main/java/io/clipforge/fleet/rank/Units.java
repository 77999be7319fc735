package io.clipforge.fleet.rank;

import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.Transcript.Sentence;
import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;

/** Cuts an asset into {@link Unit}s, in order and without overlap. */
final class Units {
    /** Room left around words, taken from the silence beside them and from nothing else. */
    private static final long PAD_MS = 150;

    private static final long SHORTEST_STEP_MS = 300;

    private Units() {}

    /**
     * @param longestMs a longer sentence is cut between words; a longer shot where it is quiet
     */
    static List<Unit> of(Material material, long longestMs) {
        return material.spoken() ? spoken(material, longestMs) : seen(material, longestMs);
    }

    private static List<Unit> spoken(Material material, long longestMs) {
        var words = material.transcript().words();
        var units = new ArrayList<Unit>();
        for (var sentence : material.transcript().sentences()) {
            for (var part : parts(words, sentence, longestMs - 2 * PAD_MS)) {
                units.add(padded(material, part));
            }
        }
        return units;
    }

    /** A sentence that does not fit into a moment is cut at its widest gaps. */
    private static List<Sentence> parts(List<Word> words, Sentence sentence, long maxMs) {
        long length = words.get(sentence.to() - 1).endMs() - words.get(sentence.from()).startMs();
        if (length <= maxMs || sentence.to() - sentence.from() < 2) {
            return List.of(sentence);
        }
        int cut = widestGap(words, sentence);
        var parts = new ArrayList<>(parts(words, new Sentence(sentence.from(), cut), maxMs));
        parts.addAll(parts(words, new Sentence(cut, sentence.to()), maxMs));
        return parts;
    }

    /** Near the middle when no gap stands out, so that the parts stay few. */
    private static int widestGap(List<Word> words, Sentence sentence) {
        int best = sentence.from() + 1;
        double bestWorth = -1;
        double middle = (sentence.from() + sentence.to()) / 2.0;
        double half = (sentence.to() - sentence.from()) / 2.0;
        for (int i = sentence.from() + 1; i < sentence.to(); i++) {
            long gap = words.get(i).startMs() - words.get(i - 1).endMs();
            double worth = (1 + gap) * (1.1 - Math.abs(i - middle) / half);
            if (worth > bestWorth) {
                bestWorth = worth;
                best = i;
            }
        }
        return best;
    }

    private static Unit padded(Material material, Sentence part) {
        var words = material.transcript().words();
        long first = words.get(part.from()).startMs();
        long last = words.get(part.to() - 1).endMs();
        long silence = first - (part.from() == 0 ? 0 : words.get(part.from() - 1).endMs());
        long after =
                (part.to() == words.size() ? material.durationMs() : words.get(part.to()).startMs())
                        - last;
        // half of an inner pause belongs to the neighbour
        long own = Math.max(0, part.from() == 0 ? silence : silence / 2);
        long ownAfter = Math.max(0, part.to() == words.size() ? after : after / 2);
        long pad = Math.min(PAD_MS, own);
        long padAfter = Math.min(PAD_MS, ownAfter);
        return new Unit(
                first - pad,
                Math.min(material.durationMs(), last + padAfter),
                part.from(),
                part.to(),
                own - pad,
                ownAfter - padAfter);
    }

    private static List<Unit> seen(Material material, long longestMs) {
        var units = new ArrayList<Unit>();
        long step = Math.max(SHORTEST_STEP_MS, longestMs * 2 / 3);
        long start = 0;
        for (var shot : material.analysis().shots()) {
            long end = Math.clamp(shot.endMs(), start, material.durationMs());
            addQuietly(material.analysis(), start, end, step, units);
            start = end;
        }
        addQuietly(material.analysis(), start, material.durationMs(), step, units);
        return units;
    }

    /** Pieces of half a step to one and a half. */
    private static void addQuietly(
            Analysis analysis, long from, long to, long step, List<Unit> units) {
        long start = from;
        while (to - start > step * 3 / 2) {
            long end = quietest(analysis, start + step / 2, start + step * 3 / 2);
            units.add(Unit.withoutWords(start, end));
            start = end;
        }
        if (to > start) {
            units.add(Unit.withoutWords(start, to));
        }
    }

    private static long quietest(Analysis analysis, long fromMs, long toMs) {
        long hop = analysis.loudnessHopMs();
        var loudness = analysis.loudness();
        long best = (fromMs + toMs) / 2;
        double least = Double.POSITIVE_INFINITY;
        for (long i = (fromMs + hop - 1) / hop; i * hop < toMs && i < loudness.size(); i++) {
            if (loudness.get((int) i) < least) {
                least = loudness.get((int) i);
                best = i * hop;
            }
        }
        return best;
    }
}
