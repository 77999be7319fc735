package io.clipforge.fleet.transcribe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.FolderJobContext;
import io.clipforge.fleet.transcribe.pocketsphinx.PocketSphinx;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobResult.Transcribed;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.JobSpec.SuppliedTranscript;
import io.clipforge.jobs.JobSpec.SuppliedTranscript.Format;
import io.clipforge.jobs.Part;
import io.clipforge.jobs.Transcript;
import io.clipforge.speech.activity.EnergyDetector;
import io.clipforge.speech.speakers.CepstralDiarizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscribeHandlerTest {
    private static final String PREFIX = "assets/1/transcript/";
    private static final List<String> TALK =
            List.of(
                    "You do not need to be perfect, you only need to be clear.",
                    "Do you remember the moment when everything changed for you?",
                    "When we looked at the data, we found something very strange.");

    @TempDir Path folder;
    private FolderJobContext context;
    private long fetched;
    private final TranscribeHandler handler =
            new TranscribeHandler(
                    new PocketSphinx(),
                    new SpeakerLabels(new EnergyDetector(), new CepstralDiarizer()));

    @BeforeEach
    void surroundings() {
        context = new FolderJobContext(folder, PREFIX);
    }

    @Test
    void speechBecomesATranscript() throws Exception {
        audio(
                new Sound()
                        .silence(1)
                        .speech("rms", "You only need to be clear.")
                        .silence(1)
                        .speech("slt", "Thank you for listening.")
                        .silence(1));

        var result = completed(handler.run(spec((Format) null, null), context));

        var transcript = context.read(result.transcriptKey(), Transcript.class);
        assertEquals("pocketsphinx", transcript.engine());
        assertEquals(2, transcript.sentences().size());
        assertEquals(transcript.words().size(), result.words());
        assertTrue(context.reports().size() >= 2, "progress is told");
    }

    @Test
    void partsJoinedAreWhatTheWholeIs() throws Exception {
        var sound = new Sound().silence(0.5);
        var ends = new ArrayList<Long>();
        for (int i = 0; i < TALK.size(); i++) {
            sound.speech(i % 2 == 0 ? "rms" : "slt", TALK.get(i)).silence(0.5);
            ends.add(sound.lengthMs() - 250);
        }
        audio(sound);
        // one boundary between sentences, and one far behind the end of the sound
        var bounds = List.of(0L, ends.get(1), sound.lengthMs() + 5000, sound.lengthMs() + 15_000);

        var keys = new ArrayList<String>();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            keys.add(transcribed(new Part(bounds.get(i), bounds.get(i + 1), null, 0)));
        }
        var joined = read(handler.run(spec((Part) null, keys), context));
        var whole = read(handler.run(spec((Part) null, List.of()), context));

        assertEquals(0.0, WordErrors.rate(texts(whole), texts(joined)), 0.05);
        assertEquals(whole.language(), joined.language());
        assertEquals(whole.engine(), joined.engine());
        assertEquals(whole.sentences().size(), joined.sentences().size());
        assertEquals(endMs(whole), endMs(joined), 50);
    }

    @Test
    void wordsAreOfWhoSaysThem() throws Exception {
        var ends = dialogue();

        var transcript = read(handler.run(speakers(List.of(), null, 2), context));

        assertSaidInTurn(ends, transcript);
        assertEquals(TALK.size(), transcript.sentences().size(), "a sentence has one speaker");
    }

    @Test
    void speakersAreTheSameInAllParts() throws Exception {
        var ends = dialogue();
        var cut = ends.get(0) + 250;
        var keys =
                List.of(
                        transcribed(new Part(0, cut, null, 0)),
                        transcribed(new Part(cut, ends.getLast() + 1000, null, cut)));

        assertSaidInTurn(ends, read(handler.run(speakers(keys, null, 2), context)));
    }

    @Test
    void aSuppliedSpeakerStaysAndOthersAreFound() throws Exception {
        var second = dialogue().getFirst() / 1000.0;
        text(
                """
                WEBVTT

                00:00.600 --> 00:01.200
                <v Ann>You do not

                00:%06.3f --> 00:%06.3f
                do you remember
                """
                        .formatted(second + 0.7, second + 1.5));

        var words = read(handler.run(speakers(List.of(), Format.VTT, null), context)).words();

        assertEquals("Ann", words.getFirst().speaker());
        assertEquals("speaker_2", words.getLast().speaker());
    }

    @Test
    void nobodyIsNamedUnlessAskedFor() throws Exception {
        dialogue();

        var transcript = read(handler.run(spec((Part) null, List.of()), context));

        assertTrue(transcript.words().stream().allMatch(it -> it.speaker() == null));
    }

    @Test
    void aPartFetchesNothingButItsOwnSound() throws Exception {
        audio(new Sound().silence(60));

        transcribed(new Part(20_000, 30_000, null, 20_000));

        assertEquals(320_000, (double) fetched, 5000);
    }

    @Test
    void aTranscriptOfAPartThatIsMissingIsWorthAnotherAttempt() {
        assertThrows(
                IOException.class, () -> handler.run(spec((Part) null, List.of("none")), context));
    }

    @Test
    void aSuppliedTranscriptIsUsedInsteadOfRecognition() throws Exception {
        audio(new Sound().silence(10));
        text(
                """
                WEBVTT

                00:01.000 --> 00:03.000
                <v Ann>Hello there. How are you?

                00:04.000 --> 00:05.000
                <v Bob>Fine.

                00:09.500 --> 00:12.000
                <v Bob>Too late
                """);

        var result = completed(handler.run(spec(Format.VTT, "fr"), context));

        var transcript = context.read(result.transcriptKey(), Transcript.class);
        assertEquals("supplied", transcript.engine());
        assertEquals("fr", transcript.language());
        assertEquals(
                List.of("Hello there.", "How are you?", "Fine.", "Too"),
                transcript.sentences().stream().map(transcript::text).toList());
        assertEquals("Ann", transcript.words().getFirst().speaker());
        assertEquals(1000, transcript.words().getFirst().startMs());
        assertEquals(10_000, transcript.words().getLast().endMs(), "the asset ends here");
    }

    @Test
    void aScriptIsHeardAndKeepsItsSpelling() throws Exception {
        audio(new Sound().silence(0.5).speech("rms", TALK.getFirst()).silence(0.5));
        text("“" + TALK.getFirst() + "”");

        var transcript = read(handler.run(spec(Format.TXT, null), context));

        assertEquals("supplied", transcript.engine());
        assertEquals("en-US", transcript.language());
        assertEquals(List.of(("“" + TALK.getFirst() + "”").split(" ", -1)), texts(transcript));
        assertTrue(transcript.words().getFirst().startMs() >= 500);
    }

    @Test
    void aScriptIsPlacedAmongWhatWasHeardInTheParts() throws Exception {
        audio(new Sound().silence(20));
        var words =
                List.of(
                        new Transcript.Word("hello", 9_000, 9_400, "A", 0.5),
                        new Transcript.Word("their", 9_400, 9_900, "A", 0.5),
                        new Transcript.Word("you", 12_000, 12_300, "B", 0.5));
        var part = context.write("part.json", Transcript.of("en", "test", words));
        text("Hello there, you!");
        var supplied = new SuppliedTranscript("supplied", Format.TXT);

        var transcript =
                read(
                        handler.run(
                                new JobSpec.Transcribe(
                                        UUID.randomUUID(),
                                        "audio.wav",
                                        null,
                                        List.of(part),
                                        supplied,
                                        null,
                                        PREFIX,
                                        null),
                                context));

        assertEquals(List.of("Hello", "there,", "you!"), texts(transcript));
        assertEquals(9_400, transcript.words().get(1).startMs());
        assertEquals("B", transcript.words().getLast().speaker());
    }

    @Test
    void aScriptOfSomethingElseFails() throws Exception {
        audio(new Sound().speech("slt", TALK.getFirst()));
        text("The committee meets on Tuesday in the small room behind the old library.");

        var failed =
                assertInstanceOf(
                        JobOutcome.Failed.class, handler.run(spec(Format.TXT, null), context));

        assertEquals(JobProblem.UNSUPPORTED_MEDIA, failed.problem());
        assertTrue(failed.detail().contains("does not fit the sound"), failed.detail());
        assertTrue(failed.detail().contains("at least 25 %"), failed.detail());
    }

    @Test
    void aScriptThatNobodyCanSayInTimeFailsAtOnce() throws Exception {
        audio(new Sound().silence(3));
        text("word ".repeat(100));

        var failed =
                assertInstanceOf(
                        JobOutcome.Failed.class, handler.run(spec(Format.TXT, null), context));

        assertTrue(failed.detail().contains("it has 100 words"), failed.detail());
    }

    @Test
    void aBrokenTranscriptNamesItsLine() throws Exception {
        audio(new Sound().silence(3));
        text("1\n00:00:01,000 --> 00:00:0x,000\nhello\n");

        var failed =
                assertInstanceOf(
                        JobOutcome.Failed.class, handler.run(spec(Format.SRT, null), context));

        assertEquals(JobProblem.UNSUPPORTED_MEDIA, failed.problem());
        assertTrue(failed.detail().contains("line 2"), failed.detail());
    }

    @Test
    void aTranscriptInAnOldEncodingIsRead() throws Exception {
        audio(new Sound().silence(3));
        var file = folder.resolve("supplied");
        var srt = "1\n00:00:01,000 --> 00:00:02,000\ncafé\n";
        Files.write(file, srt.getBytes(StandardCharsets.ISO_8859_1));
        context.put("supplied", file);

        var result = completed(handler.run(spec(Format.SRT, null), context));

        var transcript = context.read(result.transcriptKey(), Transcript.class);
        assertEquals("café", transcript.words().getFirst().text());
        assertEquals("und", transcript.language());
    }

    @Test
    void aLanguageTheEngineDoesNotKnowFails() throws Exception {
        audio(new Sound().noise(2));

        var failed =
                assertInstanceOf(
                        JobOutcome.Failed.class, handler.run(spec((Format) null, "ja"), context));

        assertTrue(failed.detail().contains("'ja'"), failed.detail());
    }

    /** Two voices in turn; tells where each sentence ends. */
    private List<Long> dialogue() throws Exception {
        var sound = new Sound().silence(0.5);
        var ends = new ArrayList<Long>();
        for (int i = 0; i < TALK.size(); i++) {
            sound.speech(i % 2 == 0 ? "rms" : "slt", TALK.get(i)).silence(0.5);
            ends.add(sound.lengthMs() - 500);
        }
        audio(sound);
        return ends;
    }

    private static void assertSaidInTurn(List<Long> ends, Transcript transcript) {
        for (var word : transcript.words()) {
            long middle = (word.startMs() + word.endMs()) / 2;
            long before = ends.stream().filter(it -> it < middle).count();
            assertEquals(before % 2 == 0 ? "speaker_1" : "speaker_2", word.speaker(), word::text);
        }
    }

    @Test
    void anEngineThatCannotTranslateSaysSo() throws Exception {
        audio(new Sound().silence(2));
        var spec =
                new JobSpec.Transcribe(
                        UUID.randomUUID(),
                        "audio.wav",
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        true,
                        PREFIX,
                        null);

        var failed = assertInstanceOf(JobOutcome.Failed.class, handler.run(spec, context));

        assertEquals(JobProblem.UNSUPPORTED_MEDIA, failed.problem());
        assertTrue(failed.detail().contains("cannot translate"), failed::detail);
    }

    private static JobSpec.Transcribe speakers(
            List<String> joined, @Nullable Format format, @Nullable Integer count) {
        return new JobSpec.Transcribe(
                UUID.randomUUID(),
                "audio.wav",
                null,
                joined,
                format == null ? null : new SuppliedTranscript("supplied", format),
                "en",
                null,
                new JobSpec.Speakers(count),
                false,
                PREFIX,
                null);
    }

    private void audio(Sound sound) throws Exception {
        var file = folder.resolve("audio.wav");
        sound.write(file);
        context.put("audio.wav", file);
    }

    private void text(String content) throws Exception {
        context.put("supplied", Files.writeString(folder.resolve("supplied"), content));
    }

    private static JobSpec.Transcribe spec(@Nullable Format format, @Nullable String language) {
        var supplied = format == null ? null : new SuppliedTranscript("supplied", format);
        return new JobSpec.Transcribe(
                UUID.randomUUID(), "audio.wav", null, List.of(), supplied, language, PREFIX, null);
    }

    private String transcribed(Part part) throws Exception {
        // each attempt writes under a prefix of its own
        var own = new FolderJobContext(folder, PREFIX + part.startMs() + "/");
        var result = completed(handler.run(spec(part, List.of()), own));
        fetched += own.fetchedBytes();
        var transcript = own.read(result.transcriptKey(), Transcript.class);
        for (var word : transcript.words()) {
            assertTrue(part.startMs() <= word.startMs() && word.endMs() <= part.endMs());
        }
        return result.transcriptKey();
    }

    private Transcript read(JobOutcome outcome) throws Exception {
        return context.read(completed(outcome).transcriptKey(), Transcript.class);
    }

    private static double endMs(Transcript transcript) {
        return transcript.words().getLast().endMs();
    }

    private static List<String> texts(Transcript transcript) {
        return transcript.words().stream().map(Transcript.Word::text).toList();
    }

    private static JobSpec.Transcribe spec(@Nullable Part part, List<String> joined) {
        return new JobSpec.Transcribe(
                UUID.randomUUID(), "audio.wav", part, joined, null, null, PREFIX, null);
    }

    private static Transcribed completed(JobOutcome outcome) {
        var completed = assertInstanceOf(JobOutcome.Completed.class, outcome);
        return assertInstanceOf(Transcribed.class, completed.result());
    }
}
