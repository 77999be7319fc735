package io.clipforge.fleet.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Heard words are written {@code text start-end} and separated by commas. */
class TimedScriptTest {
    @Test
    void aWordThatWasHeardHasItsTime() throws Exception {
        assertEquals(
                "Café, 100-300 It’s 500-900", timed("Café, – It’s", "cafe 100-300, its 500-900"));
    }

    @Test
    void misheardWordsShareTheTimeOfWhatWasHeardInstead() throws Exception {
        assertEquals(
                "to 0-100 recognise 300-594 speech 594-880 today 1000-1400",
                timed(
                        "to recognise speech today",
                        "to 0-100, wreck 300-620, nice 700-880, today 1000-1400"));
    }

    @Test
    void aWordThatWasNotHeardIsInThePause() throws Exception {
        assertEquals(
                "one 0-200 two 200-400 three 400-600",
                timed("one two three", "one 0-200, three 400-600"));
    }

    @Test
    void whatNobodyWasHeardSayingDoesNotFillALongPause() throws Exception {
        assertEquals(
                "one 0-200 two 200-680 three 9000-9200",
                timed("one two three", "one 0-200, three 9000-9200"));
    }

    @Test
    void wordsBeforeTheFirstStandRightInFrontOfIt() throws Exception {
        assertEquals(
                "So 4280-4640 it 4640-5000 begins 5000-5400 now 5400-5600",
                timed("So it begins now", "begins 5000-5400, now 5400-5600"));
    }

    @Test
    void wordsBehindTheLastEndWithTheSound() throws Exception {
        assertEquals(
                "the 0-100 end 100-500 of 500-560 it 560-620",
                timed("the end of it", "the 0-100, end 100-500", 620));
    }

    @Test
    void twoWordsThatWereHeardAsOneShareItsTime() throws Exception {
        assertEquals(
                "we 0-200 can 200-600 not 600-1000 go 1000-1200",
                timed("we can not go", "we 0-200, cann 200-1000, go 1000-1200"));
    }

    @Test
    void wordsForWhichThereIsNoRoomAreLeftOut() throws Exception {
        assertEquals(
                "one 0-100 two 100-200",
                timed(
                        "one (laughs and points at the whole audience) two",
                        "one 0-100, two 100-200"));
    }

    @Test
    void speakersAreThoseWhoWereHeard() throws Exception {
        var heard = List.of(new Word("yes", 0, 100, "A", 0.9), new Word("no", 900, 999, "B", 0.9));
        var words = TimedScript.of(List.of("Yes", "indeed", "no"), heard, 1000).words();
        assertEquals(List.of("A", "A", "B"), words.stream().map(Word::speaker).toList());
    }

    @Test
    void ofAnotherTextNearlyNothingIsHeardInCompany() throws Exception {
        var said =
                "you only need to be clear and the people in the room will listen to what you say";
        var other =
                "the train to the coast leaves at nine and you need a ticket for it in the morning";
        var heard = new ArrayList<Word>();
        for (var word : said.split(" ", -1)) {
            heard.add(new Word(word, heard.size() * 300L, heard.size() * 300L + 250, null, null));
        }
        assertEquals(1, TimedScript.of(List.of(said.split(" ", -1)), heard, 9000).heard());
        assertTrue(TimedScript.of(List.of(other.split(" ", -1)), heard, 9000).heard() < 0.15);
    }

    @Test
    void whereNothingWasHeardThereIsNothing() throws Exception {
        assertEquals(new TimedScript(List.of(), 0), TimedScript.of(List.of("a"), List.of(), 5000));
    }

    @Test
    void wordsAreInOrderWithinTheSoundWhateverIsHeard() throws Exception {
        var random = new Random(9);
        for (int round = 0; round < 300; round++) {
            var heard = new ArrayList<Word>();
            long now = 0;
            for (int i = random.nextInt(30); i > 0; i--) {
                now += random.nextInt(3) * 100L;
                long end = now + 1 + random.nextInt(400);
                heard.add(new Word("" + (char) ('a' + random.nextInt(6)), now, end, null, null));
                now = end;
            }
            var script = new ArrayList<String>();
            for (int i = random.nextInt(30); i > 0; i--) {
                script.add("" + (char) ('a' + random.nextInt(8)));
            }
            long last = 0;
            for (var word : TimedScript.of(script, heard, now).words()) {
                assertTrue(last <= word.startMs() && word.startMs() < word.endMs());
                last = word.endMs();
            }
            assertTrue(last <= now);
        }
    }

    private static String timed(String script, String heard) throws InterruptedException {
        return timed(script, heard, 60_000);
    }

    private static String timed(String script, String heard, long endMs)
            throws InterruptedException {
        var words = new ArrayList<Word>();
        for (var written : heard.split(", ", -1)) {
            var part = written.split("[ -]", -1);
            words.add(
                    new Word(part[0], Long.parseLong(part[1]), Long.parseLong(part[2]), null, 0.5));
        }
        return TimedScript.of(TimedScript.words(script), words, endMs).words().stream()
                .map(it -> it.text() + " " + it.startMs() + "-" + it.endMs())
                .collect(Collectors.joining(" "));
    }
}
