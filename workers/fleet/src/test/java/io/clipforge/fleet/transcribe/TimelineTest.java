package io.clipforge.fleet.transcribe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {
    @Test
    void wordsAreSortedAndDoNotOverlap() {
        var placed = Timeline.of(List.of(word(500, 900), word(0, 600)), 0, 1000);

        assertEquals(List.of(word(0, 600), word(600, 900)), placed);
    }

    @Test
    void wordsEndWithTheAsset() {
        var placed = Timeline.of(List.of(word(800, 1200), word(1300, 1400)), 0, 1000);

        assertEquals(List.of(word(800, 1000)), placed);
    }

    @Test
    void wordsOfAStretchArePutOnTheClockOfTheAsset() {
        var heard = List.of(word(0, 300), word(800, 1100), word(1200, 1300));

        var placed = Timeline.of(heard, 60_000, 61_000);

        assertEquals(List.of(word(60_000, 60_300), word(60_800, 61_000)), placed);
    }

    @Test
    void theOrderHoldsForAnyWords() {
        var random = new Random(3);
        var words = new ArrayList<Word>();
        for (int i = 0; i < 1000; i++) {
            long start = random.nextLong(60_000);
            words.add(word(start, start + random.nextLong(1000)));
        }

        long free = 0;
        for (var word : Timeline.of(words, 0, 50_000)) {
            assertTrue(free <= word.startMs() && word.startMs() < word.endMs());
            free = word.endMs();
        }
        assertTrue(free > 49_000 && free <= 50_000);
    }

    private static Word word(long startMs, long endMs) {
        return new Word("word", startMs, endMs, null, null);
    }
}
