package io.clipforge.media.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.media.captions.Cue;
import io.clipforge.media.captions.Word;
import io.clipforge.media.cuts.Span;
import io.clipforge.media.quality.SpeechChecks.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechChecksTest {
    private static final List<Word> WORDS =
            List.of(
                    word("Never", 1000, 1400),
                    word("again.", 1400, 1900),
                    word("Why", 2500, 2800),
                    word("not?", 2800, 3200));
    private static final List<Sentence> SENTENCES =
            List.of(new Sentence(1000, 1900), new Sentence(2500, 3200));

    @Test
    void aClipBetweenSentencesPasses() {
        assertEquals(List.of(0.0, 0.0, 20.0), figures(900, 2200, cue(120, "Never again.")));
        assertEquals(List.of(0.0, 0.0, 0.0), figures(1000, 1900, cue(0, "Never again.")));
    }

    @Test
    void aCutWordAndACutSentenceAreCounted() {
        assertEquals(List.of(0.0, 1.0, 0.0), figures(1400, 2200, cue(0, "again.")));
        assertEquals(List.of(2.0, 2.0, 0.0), figures(1200, 2700, cue(0, "Never again. Why")));
    }

    @Test
    void captionsAreHeldAgainstTheirOwnWords() {
        // as late as the next word: the nearest word would not tell
        assertEquals(
                List.of(0.0, 0.0, 1500.0), figures(900, 4000, cue(1600, "Never again. Why not?")));
    }

    private static List<Double> figures(double startMs, double endMs, Cue... cues) {
        var checks =
                new SpeechChecks(
                        List.of(new Span(startMs, endMs)),
                        WORDS,
                        SENTENCES,
                        List.of(cues),
                        Cue::startMs,
                        40);
        return checks.checks().stream().map(Check::measured).toList();
    }

    private static Cue cue(long startMs, String text) {
        return new Cue(startMs, startMs + 800, null, List.of(text));
    }

    private static Word word(String text, long startMs, long endMs) {
        return new Word(text, startMs, endMs, null);
    }
}
