package io.clipforge.fleet.transcribe;

import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts words on an asset's clock. */
final class Timeline {
    private Timeline() {}

    /**
     * In order, without overlaps, within a stretch; words that lie outside of it are left out.
     *
     * @param words on a clock whose zero is the start of the stretch
     * @param startMs inclusive
     * @param endMs exclusive
     */
    static List<Word> of(List<Word> words, long startMs, long endMs) {
        var placed = new ArrayList<Word>();
        long free = startMs;
        for (var word : words.stream().sorted(Comparator.comparingLong(Word::startMs)).toList()) {
            long start = Math.max(free, startMs + word.startMs());
            long end = Math.min(endMs, startMs + word.endMs());
            if (start < end) {
                placed.add(new Word(word.text(), start, end, word.speaker(), word.confidence()));
                free = end;
            }
        }
        return placed;
    }
}
