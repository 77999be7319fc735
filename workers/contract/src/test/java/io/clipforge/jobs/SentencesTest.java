package io.clipforge.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private final List<Word> words = new ArrayList<>();
    private long now;

    @Test
    void punctuationEndsASentence() {
        say("Is it true? Yes, it is. \"Really!\" he said.", 0);

        assertEquals(List.of("Is it true?", "Yes, it is.", "\"Really!\"", "he said."), sentences());
    }

    @Test
    void anAbbreviationEndsNone() {
        say("Dr. Jones met J. R. Smith today.", 20);

        assertEquals(List.of("Dr. Jones met J. R. Smith today."), sentences());
    }

    @Test
    void pausesEndSentencesWhereNothingElseDoes() {
        for (int i = 0; i < 6; i++) {
            say("we walked", 20);
            pause(180);
            say("along the river", 20);
            pause(600);
        }

        assertEquals(6, sentences().size());
        assertEquals("we walked along the river", sentences().get(3));
    }

    @Test
    void aFastTalkerHasShorterPauses() {
        for (int i = 0; i < 6; i++) {
            say("we walked", 0);
            pause(90);
            say("along the river", 0);
            pause(300);
        }

        assertEquals(6, sentences().size());
    }

    @Test
    void anotherSpeakerBeginsAnotherSentence() {
        words.add(new Word("and", 0, 100, "A", null));
        words.add(new Word("but", 100, 200, "B", null));
        words.add(new Word("so", 200, 300, "B", null));

        assertEquals(List.of("and", "but so"), sentences());
    }

    @Test
    void aMonologueWithoutPausesIsCutAtItsLongestPause() {
        say("one two three four five six seven eight nine ten ".repeat(5), 0);
        pause(150);
        say("one two three four five six seven eight nine ten ".repeat(5), 0);

        assertEquals(2, sentences().size());
        assertTrue(sentences().getFirst().endsWith("nine ten"));
    }

    @Test
    void noWordsAreNoSentences() {
        assertEquals(List.of(), sentences());
    }

    @Test
    void everyWordIsInExactlyOneSentenceWhateverIsSaid() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            words.clear();
            now = 0;
            int count = 1 + random.nextInt(300);
            for (int i = 0; i < count; i++) {
                say(random.nextInt(12) == 0 ? "end." : "word", 0);
                pause(random.nextInt(4) == 0 ? random.nextInt(1500) : 0);
            }
            int next = 0;
            for (var sentence : Sentences.of(words)) {
                assertEquals(next, sentence.from());
                assertTrue(sentence.to() > sentence.from());
                assertTrue(sentence.to() - sentence.from() <= 60);
                next = sentence.to();
            }
            assertEquals(count, next);
        }
    }

    private List<String> sentences() {
        var transcript = Transcript.of("en", "test", words);
        return transcript.sentences().stream().map(transcript::text).toList();
    }

    private void say(String text, long gapMs) {
        for (var word : text.strip().split(" +", -1)) {
            words.add(new Word(word, now, now + 300, null, null));
            now += 300 + gapMs;
        }
    }

    private void pause(long millis) {
        now += millis;
    }
}
