package io.clipforge.fleet.rank;

import io.clipforge.jobs.Analysis.Shot;
import io.clipforge.jobs.Transcript.Sentence;
import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;

/** Cuts an asset into {@link Unit}s, in order and without overlap. */
final class Units {
    /** Room left around words, taken from the silence beside them and from nothing else. */
    private static final long PAD_MS = 150;

    /** A step where there are neither words nor shots. */
    private static final long STEP_MS = 2_000;

    private Units() {}

    static List<Unit> of(Material material, long maxMs) {
        return material.spoken() ? spoken(material, maxMs) : seen(material, maxMs);
    }

    private static List<Unit> spoken(Material material, long maxMs) {
        var words = material.transcript().words();
        var units = new ArrayList<Unit>();
        for (var sentence : material.transcript().sentences()) {
            for (var part : parts(words, sentence, maxMs - 2 * PAD_MS)) {
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
        long before = part.from() == 0 ? 0 : words.get(part.from() - 1).endMs();
        long after =
                part.to() == words.size() ? material.durationMs() : words.get(part.to()).startMs();
        return new Unit(
                first - Math.max(0, Math.min(PAD_MS, (first - before) / 2)),
                last + Math.max(0, Math.min(PAD_MS, (after - last) / 2)),
                part.from(),
                part.to());
    }

    private static List<Unit> seen(Material material, long maxMs) {
        var units = new ArrayList<Unit>();
        var shots = material.analysis().shots();
        for (var shot : shots.isEmpty() ? List.of(new Shot(0, material.durationMs())) : shots) {
            long step = Math.min(maxMs, shots.isEmpty() ? STEP_MS : maxMs);
            for (long start = shot.startMs(); start < shot.endMs(); start += step) {
                units.add(new Unit(start, Math.min(start + step, shot.endMs()), 0, 0));
            }
        }
        return units;
    }
}
