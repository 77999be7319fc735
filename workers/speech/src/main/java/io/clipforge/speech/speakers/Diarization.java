package io.clipforge.speech.speakers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Who speaks when.
 *
 * @param turns in order of their start; labels are {@code speaker_1}, {@code speaker_2} and so on,
 *     in the order in which they are first heard
 */
public record Diarization(List<Turn> turns) {
    public Diarization {
        turns = List.copyOf(turns);
    }

    /**
     * With labels in the order in which they are first heard.
     *
     * @param turns in order of their start, labelled anyhow
     */
    static Diarization named(List<Turn> turns) {
        var labels = new HashMap<String, String>();
        var named = new ArrayList<Turn>();
        for (var turn : turns) {
            var label =
                    labels.computeIfAbsent(turn.speaker(), _ -> "speaker_" + (labels.size() + 1));
            named.add(new Turn(label, turn.start(), turn.end()));
        }
        return new Diarization(named);
    }

    /** The labels, in order. */
    public List<String> speakers() {
        return turns.stream().map(Turn::speaker).distinct().toList();
    }

    /**
     * Who says a word: who speaks for most of it, else whose turn is nearest, for words are told
     * less exactly than voices.
     *
     * @param start seconds from the start of the sound
     * @param end seconds from the start of the sound
     * @return empty when nobody speaks in the whole sound
     */
    public Optional<String> speaker(double start, double end) {
        String best = null;
        double nearest = Double.NEGATIVE_INFINITY;
        for (var turn : turns) {
            // seconds in common, or below zero the seconds in between
            double near = Math.min(turn.end(), end) - Math.max(turn.start(), start);
            if (near > nearest) {
                nearest = near;
                best = turn.speaker();
            }
        }
        return Optional.ofNullable(best);
    }
}
