package io.clipforge.fleet.transcribe.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.transcribe.Sound;
import io.clipforge.fleet.transcribe.SpeechException;
import io.clipforge.fleet.transcribe.SpeechRecognizer.Heard;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.Transcript.Word;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteSpeechTest {
    @TempDir Path folder;
    private FakeTranscriptService service;

    @BeforeEach
    void start() throws IOException {
        service = new FakeTranscriptService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void wordsComeWithTimesSpeakersAndConfidence() throws Exception {
        var heard = recognize(new Sound().silence(1).noise(1), null);

        assertEquals(
                new Heard(
                        "en-us",
                        List.of(
                                new Word("Word2", 1000, 1500, "A", 0.9),
                                new Word("Word3", 1500, 2000, "B", 0.9))),
                heard);
        var order = service.orders().getFirst();
        assertTrue(order.path("language_detection").asBoolean());
        assertTrue(order.path("speaker_labels").asBoolean());
    }

    @Test
    void aLanguageThatIsToldIsAskedFor() throws Exception {
        assertEquals("de-AT", recognize(new Sound().noise(1), "de-AT").language());
        assertEquals("de", service.orders().getFirst().path("language_code").asText());
    }

    @Test
    void nothingOfACustomerStaysThere() throws Exception {
        recognize(new Sound().noise(1), null);

        assertEquals("t2", service.deleted().poll(10, TimeUnit.SECONDS));
    }

    @Test
    void anInterruptDeletesTheTranscript() throws Exception {
        service.neverCompletes();
        var wav = new Sound().noise(1).write(folder.resolve("sound.wav"));
        var polled = new CountDownLatch(1);
        var task =
                new FutureTask<>(() ->
                        engine().recognize(
                                        wav,
                                        folder,
                                        null,
                                        share -> {
                                            if (share > 0.2) {
                                                polled.countDown();
                                            }
                                        }));
        var thread = Thread.ofVirtual().start(task);
        polled.await();

        thread.interrupt();

        var ended = assertThrows(ExecutionException.class, () -> task.get(10, TimeUnit.SECONDS));
        assertInstanceOf(InterruptedException.class, ended.getCause());
        assertEquals("t2", service.deleted().poll(10, TimeUnit.SECONDS));
    }

    @Test
    void aServiceThatIsBusyIsAskedAgainWhenItSays() throws Exception {
        service.trouble(429, "0");
        service.trouble(503, "0");

        assertEquals(2, recognize(new Sound().noise(1), null).words().size());
    }

    @Test
    void aServiceThatStaysAwayIsForAnotherAttempt() {
        for (int i = 0; i < 3; i++) {
            service.trouble(500, "0");
        }
        var problem = assertThrows(IOException.class, () -> recognize(new Sound().noise(1), null));
        assertTrue(problem.toString().contains("answers with 500"), problem::toString);
    }

    @Test
    void aLongWaitIsForAnotherAttempt() {
        service.trouble(429, "3600");

        assertThrows(IOException.class, () -> recognize(new Sound().noise(1), null));
    }

    @Test
    void aTranscriptThatFailsIsForAnotherAttempt() {
        service.fails("Server error, developers have been alerted");

        var problem = assertThrows(IOException.class, () -> recognize(new Sound().noise(1), null));
        assertTrue(problem.toString().contains("developers"), problem::toString);
    }

    @Test
    void aWrongKeyIsAProblemThatNamesNoKey() throws Exception {
        var wav = new Sound().noise(1).write(folder.resolve("sound.wav"));
        var settings = service.settings("another-secret");
        var stranger = new RemoteSpeech(settings);

        var refused =
                assertThrows(
                        SpeechException.class,
                        () -> stranger.recognize(wav, folder, null, _ -> {}));

        assertEquals(JobProblem.INTERNAL_ERROR, refused.problem());
        assertFalse(refused.toString().contains("another-secret"));
        assertFalse(settings.toString().contains("another-secret"));
    }

    @Test
    void aLanguageItDoesNotKnowIsRefusedByName() {
        var refused =
                assertThrows(SpeechException.class, () -> recognize(new Sound().noise(1), "tlh"));

        assertEquals(JobProblem.UNSUPPORTED_MEDIA, refused.problem());
        assertTrue(refused.sentence().contains("'tlh'"), refused::sentence);
        assertTrue(refused.sentence().contains("Invalid language_code"), refused::sentence);
    }

    @Test
    void whatIsNoWordIsLeftOut() {
        var odd =
                List.of(
                        new RemoteTranscript.Word(" ", 0, 100, 0.5, null),
                        new RemoteTranscript.Word("a", 100, 100, 0.5, null),
                        new RemoteTranscript.Word("b", 100, 200, 1.5, null),
                        new RemoteTranscript.Word(null, 200, 300, null, null));
        assertEquals(
                List.of(new Word("b", 100, 200, null, 1.0)),
                new RemoteTranscript("t", "completed", null, "en", odd).heard());
    }

    private RemoteSpeech engine() {
        return new RemoteSpeech(Objects.requireNonNull(service).settings());
    }

    private Heard recognize(Sound sound, @Nullable String language) throws Exception {
        return engine().recognize(
                        sound.write(folder.resolve("sound.wav")), folder, language, _ -> {});
    }
}
