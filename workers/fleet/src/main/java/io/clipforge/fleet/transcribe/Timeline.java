package io.clipforge.fleet.transcribe;

import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts words on an asset's clock. */
final class Timeline {
    private Timeline() {}

    /** In order, without overlaps, within the asset; words that lie outside of it are left out. */
    static List<Word> of(List<Word> words, long lengthMs) {
        var placed = new ArrayList<Word>();
        long free = 0;
        for (var word : words.stream().sorted(Comparator.comparingLong(Word::startMs)).toList()) {
            long start = Math.max(free, word.startMs());
            long end = Math.min(lengthMs, word.endMs());
            if (start < end) {
                placed.add(new Word(word.text(), start, end, word.speaker(), word.confidence()));
                free = end;
            }
        }
        return placed;
    }
}
