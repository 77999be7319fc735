package io.clipforge.local.bench.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.Transcript.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechTextTest {
    @Test
    void marksBecomeReactionsAndLeaveTheWords() {
        var speech =
                SpeechText.read("a", "I am old. [Laughter] You know it.\n\nThank you. [Applause]");
        assertEquals("I am old. You know it. Thank you.", said(speech));
        assertEquals(List.of(3, 8), speech.reactions());
        assertEquals(3, speech.transcript().sentences().size());
    }

    @Test
    void theBeginningThatApplauseCutOffIsLeftOut() {
        var speech =
                SpeechText.read(
                        "a", "They wait. But Ukraine—[applause]. Ukraine can win. So can we.");
        assertEquals("They wait. Ukraine can win. So can we.", said(speech));
        assertEquals(List.of(2), speech.reactions());
    }

    @Test
    void whatOthersSayAndWhatEditorsAddIsNoPartOfIt() {
        var speech =
                SpeechText.read(
                        "a",
                        "Audience members. Four more years!\nThe President. It costs [fees; correction] Mr. Smith little.");
        assertEquals("It costs Mr. Smith little.", said(speech));
        assertEquals(1, speech.transcript().sentences().size());
    }

    @Test
    void passagesFollowEachOtherAndCountWhatHappenedInThem() {
        var speech =
                SpeechText.read("a", "one two three four five. ".repeat(30) + "Ha. [Laughter] ");
        var passages = speech.passages(10_000);
        assertTrue(passages.size() > 2);
        for (int i = 1; i < passages.size(); i++) {
            assertEquals(
                    passages.get(i - 1).passage().toWord(), passages.get(i).passage().fromWord());
        }
        assertTrue(speech.everyPassage(10_000).size() > 2 * passages.size());
    }

    private static String said(Speech speech) {
        return String.join(" ", speech.transcript().words().stream().map(Word::text).toList());
    }
}
