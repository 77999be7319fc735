package io.clipforge.media.captions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaptionerTest {
    private final Captioner narrow = new Captioner(CaptionRules.narrow());

    @Test
    void aSentenceIsBrokenBetweenPhrases() {
        var captions =
                narrow.captions(
                        evenly("Nobody slept before the final, but we won the next one."),
                        0,
                        10_000);
        assertEquals(
                List.of("Nobody slept", "before the final,", "but we won", "the next one."),
                captions.stream().flatMap(it -> it.lineTexts().stream()).toList());
    }

    @Test
    void aCaptionEndsWithItsSentence() {
        var captions =
                narrow.captions(
                        evenly("That was the whole story. Now comes the next one."), 0, 9000);
        assertEquals(
                List.of("That was the whole story.", "Now comes the next one."),
                captions.stream().map(it -> String.join(" ", it.lineTexts())).toList());
    }

    @Test
    void aCaptionNeverSpansALongPauseOrTwoSpeakers() {
        var words =
                List.of(
                        new Word("one", 0, 300, "A"),
                        new Word("two", 1500, 1800, "A"),
                        new Word("three", 1800, 2100, "B"));
        assertEquals(3, narrow.captions(words, 0, 4000).size());
    }

    @Test
    void captionsStandOnTheClipsClock() {
        var words = List.of(new Word("before", 0, 900, null), new Word("inside", 1000, 1500, null));
        var captions = narrow.captions(words, 1000, 3000);
        assertEquals(1, captions.size());
        assertEquals(0, captions.getFirst().startMs());
        assertEquals(new Word("inside", 0, 500, null), captions.getFirst().words().getFirst());
    }

    @Test
    void aClipWithoutWordsHasNoCaptions() {
        assertEquals(List.of(), narrow.captions(List.of(), 0, 1000));
    }

    @Test
    void aShortCaptionStaysIntoTheSilenceAfterIt() {
        var caption = narrow.captions(List.of(new Word("Yes.", 0, 200, null)), 0, 5000).getFirst();
        assertEquals(800, caption.endMs());
    }

    @Test
    void whateverIsSaidEveryWordIsShownOnceInTimeAndWithinItsLines() {
        var random = new Random(4);
        for (int round = 0; round < 300; round++) {
            var words = chatter(random);
            long end = words.getLast().endMs() + random.nextInt(500);
            var captions = narrow.captions(words, 0, end);
            var shown = captions.stream().flatMap(it -> it.words().stream()).toList();
            assertEquals(Word.text(words), Word.text(shown));
            for (int i = 0; i < captions.size(); i++) {
                check(
                        captions.get(i),
                        i + 1 < captions.size() ? captions.get(i + 1).startMs() : end);
            }
        }
    }

    private static void check(Caption caption, long nextMs) {
        assertEquals(caption.words().getFirst().startMs(), caption.startMs());
        assertTrue(caption.endMs() <= nextMs, () -> caption + " runs into " + nextMs);
        assertTrue(caption.endMs() >= caption.words().getLast().endMs(), caption::toString);
        long needed = Math.min(800, nextMs - caption.startMs());
        assertTrue(caption.endMs() - caption.startMs() >= needed, caption::toString);
        assertTrue(caption.lines().size() <= 2, caption::toString);
        for (var line : caption.lines()) {
            assertTrue(line.size() == 1 || Layout.columns(line) <= 20, caption::toString);
            assertTrue(line.size() <= 6, caption::toString);
        }
    }

    private static List<Word> chatter(Random random) {
        var words = new ArrayList<Word>();
        long at = random.nextInt(300);
        int count = 1 + random.nextInt(60);
        for (int i = 0; i < count; i++) {
            var text = "x".repeat(1 + random.nextInt(random.nextInt(20) == 0 ? 30 : 9));
            var mark = random.nextInt(6) == 0 ? "." : random.nextInt(8) == 0 ? "," : "";
            long length = random.nextInt(60, 560);
            words.add(new Word(text + mark, at, at + length, random.nextInt(9) == 0 ? "B" : "A"));
            at += length + (random.nextInt(4) == 0 ? random.nextInt(1500) : 0);
        }
        return words;
    }

    /** 300 ms a word, without pauses. */
    static List<Word> evenly(String text) {
        var words = new ArrayList<Word>();
        for (var word : text.split(" ", -1)) {
            words.add(new Word(word, words.size() * 300L, words.size() * 300L + 300, null));
        }
        return words;
    }
}
