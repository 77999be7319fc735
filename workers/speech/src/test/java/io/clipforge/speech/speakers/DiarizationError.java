package io.clipforge.speech.speakers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How wrong a diarization is, as NIST scores it (Rich Transcription 2009 evaluation plan): seconds
 * that were missed, that nobody spoke in, and that were given to somebody else, over the seconds of
 * the reference, where two who speak at once count twice. Speakers are mapped one to one so that
 * they agree as much as they can.
 *
 * @param missed seconds
 * @param falseAlarm seconds
 * @param confused seconds
 * @param reference seconds
 */
record DiarizationError(double missed, double falseAlarm, double confused, double reference) {
    /**
     * @param collar seconds around each start and end of the reference that are not scored
     */
    static DiarizationError of(List<Turn> reference, List<Turn> found, double collar) {
        var edges = new ArrayList<Double>();
        reference.forEach(it -> edges.addAll(around(it, collar)));
        found.forEach(it -> edges.addAll(List.of(it.start(), it.end())));
        var sorted = edges.stream().distinct().sorted().toList();
        var pieces = new ArrayList<Piece>();
        for (int i = 1; i < sorted.size(); i++) {
            double start = sorted.get(i - 1);
            double end = sorted.get(i);
            double middle = (start + end) / 2;
            if (collar == 0 || reference.stream().noneMatch(it -> near(it, middle, collar))) {
                pieces.add(new Piece(end - start, at(reference, middle), at(found, middle)));
            }
        }
        return score(pieces, names(reference), names(found));
    }

    /** 0 is right; may be more than 1. */
    double rate() {
        return (missed + falseAlarm + confused) / reference;
    }

    @Override
    public String toString() {
        return "%.1f %% (missed %.1f, false alarm %.1f, confused %.1f)"
                .formatted(
                        100 * rate(),
                        100 * missed / reference,
                        100 * falseAlarm / reference,
                        100 * confused / reference);
    }

    private static DiarizationError score(
            List<Piece> pieces, List<String> speakers, List<String> labels) {
        double missed = 0;
        double falseAlarm = 0;
        double matchable = 0;
        double reference = 0;
        var together = new double[labels.size()][speakers.size()];
        for (var piece : pieces) {
            int there = piece.speakers.size();
            int told = piece.labels.size();
            reference += there * piece.seconds;
            missed += Math.max(0, there - told) * piece.seconds;
            falseAlarm += Math.max(0, told - there) * piece.seconds;
            matchable += Math.min(there, told) * piece.seconds;
            for (var label : piece.labels) {
                for (var speaker : piece.speakers) {
                    together[labels.indexOf(label)][speakers.indexOf(speaker)] += piece.seconds;
                }
            }
        }
        double matched = best(together, 0, new boolean[speakers.size()]);
        return new DiarizationError(missed, falseAlarm, matchable - matched, reference);
    }

    /** Tries all ways to map; there are few speakers. */
    private static double best(double[][] together, int label, boolean[] taken) {
        if (label == together.length) {
            return 0;
        }
        double best = best(together, label + 1, taken);
        for (int speaker = 0; speaker < taken.length; speaker++) {
            if (!taken[speaker] && together[label][speaker] > 0) {
                taken[speaker] = true;
                double rest = best(together, label + 1, taken);
                best = Math.max(best, together[label][speaker] + rest);
                taken[speaker] = false;
            }
        }
        return best;
    }

    private static List<Double> around(Turn turn, double collar) {
        return List.of(
                turn.start() - collar,
                turn.start() + collar,
                turn.end() - collar,
                turn.end() + collar);
    }

    private static boolean near(Turn turn, double time, double collar) {
        return Math.abs(turn.start() - time) < collar || Math.abs(turn.end() - time) < collar;
    }

    private static Set<String> at(List<Turn> turns, double time) {
        var speakers = new HashSet<String>();
        for (var turn : turns) {
            if (turn.start() <= time && time < turn.end()) {
                speakers.add(turn.speaker());
            }
        }
        return speakers;
    }

    private static List<String> names(List<Turn> turns) {
        return turns.stream().map(Turn::speaker).distinct().toList();
    }

    private record Piece(double seconds, Set<String> speakers, Set<String> labels) {}
}
