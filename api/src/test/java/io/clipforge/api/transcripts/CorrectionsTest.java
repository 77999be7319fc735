package io.clipforge.api.transcripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.generated.model.TranscriptEdit;
import io.clipforge.api.generated.model.TranscriptUpdate;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
    private static final long END_MS = 10_000;

    private final List<Word> words =
            List.of(
                    word("we", 1000, 1200),
                    word("called", 1200, 1600),
                    word("clip", 1600, 1800),
                    word("forge", 1800, 2200),
                    word("today.", 3000, 3400));

    @Test
    void oneWordInThePlaceOfOneHasItsTime() {
        assertEquals(
                "we@1000-1200 recalled@1200-1600 clip@1600-1800 forge@1800-2200 today.@3000-3400",
                shown(edited(edit(1, "called", "recalled"))));
    }

    @Test
    void whatYouWriteHasNoConfidenceAndWhatStaysKeepsIts() {
        var edited = edited(edit(1, "called clip", "Called, blip"));
        assertEquals(0.5, edited.get(1).confidence());
        assertEquals("Called,", edited.get(1).text());
        assertNull(edited.get(2).confidence());
    }

    @Test
    void wordsThatBecomeOneGiveItTheirWholeTime() {
        assertEquals(
                "we@1000-1200 called@1200-1600 ClipForge@1600-2200 today.@3000-3400",
                shown(edited(edit(2, "clip forge", "ClipForge"))));
    }

    @Test
    void moreWordsShareTheTimeByTheirLetters() {
        var edited = edited(edit(2, "clip forge", "a clipping forum"));
        assertEquals(1600, edited.get(2).startMs());
        assertEquals(2200, edited.get(4).endMs());
        assertTrue(length(edited.get(3)) > 3 * length(edited.get(2)), shown(edited));
    }

    @Test
    void wordsOfACorrectionThatStayKeepTheirTimes() {
        assertEquals(
                "we@1000-1200 phoned@1200-1600 Clip@1600-1800 forge@1800-2200 today.@3000-3400",
                shown(edited(edit(0, "we called clip forge", "we phoned Clip forge"))));
    }

    @Test
    void anAddedWordTakesThePauseItStandsIn() {
        assertEquals(
                "we@1000-1200 called@1200-1600 clip@1600-1800 forge@1800-2200 back@2200-2600 today.@3000-3400",
                shown(edited(edit(4, "", "back"))));
    }

    @Test
    void anAddedWordBeforeTheFirstStandsRightBeforeIt() {
        assertEquals("And@600-1000 we@1000-1200", shown(edited(edit(0, "", "And")).subList(0, 2)));
    }

    @Test
    void anAddedWordAfterTheLastFollowsItAtOnce() {
        assertEquals("Bye.@3400-3800", shown(edited(edit(5, "", "Bye.")).subList(5, 6)));
    }

    @Test
    void withoutAPauseTheWordBeforeGivesSomeOfItsTime() {
        var edited = edited(edit(2, "", "on"));
        assertEquals("we called on clip forge today.", text(edited));
        assertEquals(1200, edited.get(1).startMs());
        assertEquals(edited.get(1).endMs(), edited.get(2).startMs());
        assertEquals(1600, edited.get(2).endMs());
        assertEquals(0.5, edited.get(1).confidence());
    }

    @Test
    void anEmptyTextTakesTheWordsOut() {
        assertEquals("we called today.", text(edited(edit(2, "clip forge", ""))));
    }

    @Test
    void aTranscriptMayLoseAllItsWordsAndGetOthers() {
        var none = edited(edit(0, "we called clip forge today.", ""));
        assertEquals(List.of(), none);
        var update = new TranscriptUpdate().edits(List.of(edit(0, "", "Hello there")));
        assertEquals(
                "Hello@0-",
                shown(Corrections.of(update, none).applied(none, END_MS)).substring(0, 8));
    }

    @Test
    void severalEditsCountTheWordsAsTheyWere() {
        assertEquals(
                "I just called ClipForge today.",
                text(edited(edit(0, "we", "I just"), edit(2, "clip forge", "ClipForge"))));
    }

    @Test
    void anEditSaysWhoSpeaks() {
        var edited = edited(edit(0, "we called", null).speaker("Ada"));
        assertEquals("we called clip forge today.", text(edited));
        assertEquals("Ada", edited.get(1).speaker());
        assertEquals("speaker_1", edited.get(2).speaker());
    }

    @Test
    void speakersAreNamedAfterTheEdits() {
        var update =
                new TranscriptUpdate()
                        .edits(List.of(edit(4, "today.", null).speaker("speaker_2")))
                        .speakers(Map.of("speaker_1", "Ada", "speaker_2", "Grace"));
        var edited = Corrections.of(update, words).applied(words, END_MS);
        assertEquals(
                List.of("Ada", "Ada", "Ada", "Ada", "Grace"),
                edited.stream().map(Word::speaker).toList());
    }

    @Test
    void labelsThatSwapTheirNamesStayTwoSpeakers() {
        var two = List.of(by(words.get(0), "a"), by(words.get(1), "b"));
        var update = new TranscriptUpdate().speakers(Map.of("a", "b", "b", "a"));
        var edited = Corrections.of(update, two).applied(two, END_MS);
        assertEquals(List.of("b", "a"), edited.stream().map(Word::speaker).toList());
    }

    @Test
    void aSpeakerThatNobodyIsIsRefused() {
        var update = new TranscriptUpdate().speakers(Map.of("a/b", "Ada"));
        var corrections = Corrections.of(update, words);
        assertRefused("/speakers/a~1b", () -> corrections.applied(words, END_MS));
    }

    @Test
    void anEditOfOtherWordsIsRefused() {
        assertRefused("/edits/0/replaces", () -> edited(edit(1, "called me", "rang")));
        assertRefused("/edits/0/replaces", () -> edited(edit(4, "today. We", "now")));
        assertRefused("/edits/0/first_word", () -> edited(edit(6, "", "now")));
    }

    @Test
    void editsThatOverlapAreRefused() {
        assertRefused(
                "/edits/1/first_word",
                () -> edited(edit(1, "called clip", "x"), edit(2, "clip", "y")));
    }

    @Test
    void moreWordsThanThereIsTimeForAreRefused() {
        assertRefused("/edits/0/text", () -> edited(edit(0, "we", "x ".repeat(21))));
    }

    @Test
    void wordsStayInOrderAndWithinTheSoundWhateverIsCorrected() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var there = random(random);
            var edits = new ArrayList<TranscriptEdit>();
            int free = 0;
            while (edits.size() < 4 && free <= there.size()) {
                int from = free + random.nextInt(there.size() - free + 1);
                int to = Math.min(there.size(), from + random.nextInt(4));
                edits.add(edit(from, text(there.subList(from, to)), text(random(random))));
                free = Math.max(to, from + 1);
            }
            var update = new TranscriptUpdate().edits(edits);
            try {
                var edited = Corrections.of(update, there).applied(there, END_MS);
                long before = 0;
                for (var word : edited) {
                    assertTrue(word.startMs() >= before && word.endMs() > word.startMs());
                    before = word.endMs();
                }
                assertTrue(before <= END_MS);
            } catch (ApiProblem e) {
                assertTrue(e.detail().contains("do not fit"), e.detail());
            }
        }
    }

    private static List<Word> random(Random random) {
        var words = new ArrayList<Word>();
        long now = random.nextInt(300);
        for (int i = random.nextInt(7); i > 0; i--) {
            long end = now + 10 + random.nextInt(400);
            words.add(word("abcdef".substring(random.nextInt(5)), now, end));
            now = end + random.nextLong(400);
        }
        return words;
    }

    private List<Word> edited(TranscriptEdit... edits) {
        var update = new TranscriptUpdate().edits(List.of(edits));
        return Corrections.of(update, words).applied(words, END_MS);
    }

    private static TranscriptEdit edit(int first, String replaces, @Nullable String text) {
        return new TranscriptEdit(first, replaces).text(text);
    }

    private static void assertRefused(String pointer, Runnable edit) {
        var problem = assertThrows(ApiProblem.class, edit::run);
        assertNotNull(problem.detail());
        assertEquals(pointer, problem.errors().getFirst().pointer());
    }

    private static long length(Word word) {
        return word.endMs() - word.startMs();
    }

    private static String text(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    private static String shown(List<Word> words) {
        return words.stream()
                .map(it -> "%s@%d-%d".formatted(it.text(), it.startMs(), it.endMs()))
                .collect(Collectors.joining(" "));
    }

    private static Word by(Word word, String speaker) {
        return new Word(word.text(), word.startMs(), word.endMs(), speaker, word.confidence());
    }

    private static Word word(String text, long startMs, long endMs) {
        return new Word(text, startMs, endMs, "speaker_1", 0.5);
    }
}
