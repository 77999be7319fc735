package io.clipforge.fleet.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.jobs.Transcript;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashtagsTest {
    @Test
    void theyAreTheMomentsOwnWordsAndEachStandsOnce() {
        assertEquals(
                List.of("#telescope", "#galaxies"),
                tags("Look, the telescope saw galaxies; the telescope!", 0, 7));
        assertEquals(List.of("#telescope"), tags("A telescope. Later we saw galaxies.", 0, 2));
    }

    @Test
    void numbersAloneAndCoarseWordsMakeNone() {
        assertEquals(List.of("#rockets"), tags("Shit, 2024 rocket's 100% 77", 0, 5));
    }

    @Test
    void thereAreFiveAtMostAndNoneWithoutWords() {
        assertEquals(
                5, tags("alphabet bravado charlie deltas echoes foxtrot golfing", 0, 7).size());
        assertEquals(List.of(), tags("alphabet", 0, 0));
    }

    @Test
    void otherScriptsKeepTheirLettersAndMarks() {
        assertEquals(List.of("#विश्वविद्यालय"), tags("विश्वविद्यालय।", 0, 1));
    }

    private static List<String> tags(String text, int from, int to) {
        var texts = text.split(" ", -1);
        var words =
                IntStream.range(0, texts.length)
                        .mapToObj(i ->
                                new Transcript.Word(texts[i], 300L * i, 300L * i + 200, null, null))
                        .toList();
        var transcript = new Transcript("en", "test", words, List.of());
        return new Hashtags(transcript).of(new Window(0, 1, 0, 10_000, from, to));
    }
}
