package io.clipforge.fleet.transcribe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.jobs.Transcript;
import io.clipforge.jobs.Transcript.Sentence;
import io.clipforge.jobs.Transcript.Word;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptJoinTest {
    @Test
    void aSentenceThatRunsOverTheEndOfAPartIsOne() {
        var joined =
                TranscriptJoin.of(
                        List.of(
                                part("en", word("Hello.", 0), word("This", 1000)),
                                part("en", word("goes", 1300), word("on.", 1600))));

        assertEquals(List.of(new Sentence(0, 1), new Sentence(1, 4)), joined.sentences());
    }

    @Test
    void wordsDoNotOverlap() {
        var joined =
                TranscriptJoin.of(
                        List.of(part("en", word("over", 900)), part("en", word("lap", 1000))));

        assertEquals(1150, joined.words().getLast().startMs());
    }

    @Test
    void whatMostWordsSayIsTheLanguage() {
        var joined =
                TranscriptJoin.of(
                        List.of(
                                part("und"),
                                part("fr", word("oui", 0)),
                                part("en", word("yes", 1000), word("no", 2000))));

        assertEquals("en", joined.language());
        assertEquals("test", joined.engine());
        assertEquals(3, joined.words().size());
    }

    @Test
    void partsWithoutWordsAreATranscriptWithoutWords() {
        var joined = TranscriptJoin.of(List.of(part("en"), part("en")));

        assertEquals(new Transcript("en", "test", List.of(), List.of()), joined);
    }

    private static Transcript part(String language, Word... words) {
        return new Transcript(language, "test", Arrays.asList(words), List.of());
    }

    private static Word word(String text, long startMs) {
        return new Word(text, startMs, startMs + 250, null, null);
    }
}
