package io.clipforge.fleet.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.clipforge.jobs.Transcript;
import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    it grew by twenty five percent | It grew by 25%
                    nearly five per cent of us     | Nearly 5% of us
                    about three point one four     | About 3.14
                    two point five percent more    | 2.5% more
                    ten years ago                  | 10 years ago
                    we were forty two then         | We were 42 then
                    one hundred people came        | 100 people came
                    three hundred and sixty five   | 365
                    five thousand two hundred      | 5200
                    ninety nine thousand           | 99,000
                    one hundred and five thousand and one things | 105,001 things
                    two thousand and twelve        | 2012
                    i think i'm eleven             | I think I'm 11
                    and twelve and so on           | And 12 and so on
                    """)
    void numbersAreDigits(String heard, String written) {
        assertEquals(written, written(heard));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "One of them has two cars",
                "Five five five one two one two",
                "In nineteen eighty four",
                "In twenty twenty five",
                "The twenty first century",
                "Her thirty fifth birthday",
                "Twenty million people",
                "Between ten and twenty",
                "A hundred times",
                "A hundred and fifty thousand",
                "Two million and twelve",
                "Two and a half",
                "Nine one one",
                "Twenty something",
                "Fifteen hundred",
                "What is the point"
            })
    void whatMayMeanSomethingElseStays(String text) {
        assertEquals(
                text, written(text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)));
    }

    @Test
    void aNumberHasTheTimeOfItsWordsAndIsAsSureAsTheLeastSure() {
        var words =
                List.of(
                        new Word("twenty", 100, 300, "A", 0.9),
                        new Word("five", 350, 500, "A", 0.4),
                        new Word("percent", 500, 900, "A", 0.8));
        assertEquals(
                List.of(new Word("25%", 100, 900, "A", 0.4)),
                Wording.of(Transcript.of("en", "test", words)).words());
    }

    @Test
    void aPauseOrAnotherSpeakerEndsANumber() {
        var words =
                List.of(
                        new Word("twenty", 0, 300, "A", null),
                        new Word("five", 300, 500, "B", null),
                        new Word("sixty", 1300, 1600, "B", null),
                        new Word("two", 2900, 3000, "B", null));
        assertEquals(
                List.of("20", "Five", "60", "Two"),
                Wording.of(Transcript.of("en", "test", words)).words().stream()
                        .map(Word::text)
                        .toList());
    }

    @Test
    void sentencesBeginWithACapital() {
        var words = new ArrayList<>(words("so we left"));
        words.add(new Word("nobody", 9000, 9300, null, null));
        words.add(new Word("knew", 9300, 9600, null, null));
        var transcript = Wording.of(Transcript.of("en-GB", "test", words));
        assertEquals(
                List.of("So we left", "Nobody knew"),
                transcript.sentences().stream().map(transcript::text).toList());
    }

    @Test
    void whatIsWrittenWellAlreadyIsLeftAsItIs() {
        for (var text : List.of("we met Ann ten days ago", "we have 3 of twenty")) {
            var heard = Transcript.of("en", "test", words(text));
            assertSame(heard, Wording.of(heard));
        }
    }

    @Test
    void otherLanguagesAreLeftAsTheyAre() {
        for (var language : List.of("de", "fr-FR", "und")) {
            var heard = Transcript.of(language, "test", words("twenty five"));
            assertSame(heard, Wording.of(heard));
        }
    }

    @Test
    void nothingIsNothing() {
        assertEquals(List.of(), Wording.of(Transcript.of("en", "test", List.of())).words());
    }

    private static String written(String heard) {
        return Wording.of(Transcript.of("en", "test", words(heard))).words().stream()
                .map(Word::text)
                .collect(Collectors.joining(" "));
    }

    private static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        for (var word : text.split(" ", -1)) {
            words.add(new Word(word, words.size() * 300L, words.size() * 300L + 300, null, null));
        }
        return words;
    }
}
