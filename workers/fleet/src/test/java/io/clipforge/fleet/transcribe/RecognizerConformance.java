package io.clipforge.fleet.transcribe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.transcribe.SpeechRecognizer.Heard;
import io.clipforge.jobs.JobProblem;
import io.clipforge.media.SpeechAudio;
import io.clipforge.media.WavFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every speech engine keeps. */
abstract class RecognizerConformance {
    /** A moment; the machine may have other work. */
    private static final Duration SOON = Duration.ofSeconds(3);

    @TempDir Path folder;

    /** Closed with the test class that opened it. */
    abstract SpeechRecognizer engine() throws Exception;

    /** Enough sound for progress before the end. */
    double longSeconds() {
        return 70;
    }

    /** A model of random weights hears words in anything. */
    boolean knowsSilence() {
        return true;
    }

    @Test
    void wordsAreInOrderWithinTheSound() throws Exception {
        var wav = write("a", talk("rms"));
        var heard = recognize(wav, "en");

        assertFalse(heard.words().isEmpty());
        assertEquals("en", heard.language());
        long last = 0;
        for (var word : heard.words()) {
            assertTrue(word.startMs() >= last && word.startMs() < word.endMs(), word::toString);
            assertTrue(word.endMs() <= wav.duration().toMillis(), word::toString);
            assertFalse(word.text().isBlank());
            var sure = word.confidence();
            assertTrue(sure == null || (sure >= 0 && sure <= 1), word::toString);
            last = word.startMs();
        }
    }

    @Test
    void timesAreThoseOfTheStretchThatIsGiven() throws Exception {
        var whole = write("whole", new Sound().noise(7).silence(1).speech("slt", "people come"));
        long from = 8L * SpeechAudio.SAMPLE_RATE;
        long samples = whole.samples() - from;
        var stretch =
                new WavFile(
                        whole.file(), whole.sampleRate(), whole.dataOffset() + 2 * from, samples);
        var alone = write("alone", new Sound().speech("slt", "people come"));

        assertEquals(recognize(alone, "en"), recognize(stretch, "en"));
    }

    @Test
    void thereIsNothingInSilence() throws Exception {
        if (knowsSilence()) {
            assertEquals(List.of(), recognize(write("a", new Sound().silence(5)), "en").words());
            assertEquals(List.of(), recognize(write("a", new Sound().silence(5)), null).words());
        }
    }

    @Test
    void thereIsNothingInAMoment() throws Exception {
        for (var seconds : List.of(0.0, 0.001, 0.02)) {
            var wav = write("a", new Sound().noise(seconds));
            assertEquals(List.of(), recognize(wav, "en").words());
            assertEquals(List.of(), recognize(wav, null).words());
        }
    }

    @Test
    void aLanguageThatNobodyKnowsIsRefusedByName() throws Exception {
        var wav = write("a", new Sound().noise(2));

        var refused = assertThrows(SpeechException.class, () -> recognize(wav, "tlh"));

        assertEquals(JobProblem.UNSUPPORTED_MEDIA, refused.problem());
        assertTrue(refused.sentence().contains("'tlh'"), refused::sentence);
    }

    @Test
    void theLanguageIsATagWhereNoneIsTold() throws Exception {
        var heard = recognize(write("a", talk("rms")), null);

        assertFalse(Locale.forLanguageTag(heard.language()).getLanguage().isEmpty());
    }

    @Test
    void progressRisesToTheEnd() throws Exception {
        var told = Collections.synchronizedList(new ArrayList<Double>());

        engine().recognize(write("a", new Sound().noise(longSeconds())), folder, "en", told::add);

        assertTrue(told.size() > 1, told::toString);
        assertEquals(told.stream().sorted().toList(), told);
        assertTrue(told.getFirst() >= 0);
        assertEquals(1, told.getLast());
    }

    @Test
    void anInterruptEndsItSoon() throws Exception {
        var wav = write("a", new Sound().noise(2 * longSeconds()));
        var underWay = new CountDownLatch(1);
        var engine = engine();
        var task =
                new FutureTask<>(
                        () -> engine.recognize(wav, folder, "en", _ -> underWay.countDown()));
        var thread = Thread.ofVirtual().start(task);
        underWay.await();

        thread.interrupt();

        var ended =
                assertThrows(
                        ExecutionException.class,
                        () -> task.get(SOON.toMillis(), TimeUnit.MILLISECONDS));
        assertInstanceOf(InterruptedException.class, ended.getCause());
    }

    @Test
    void twoAtOnceHearWhatEachHearsAlone() throws Exception {
        var one = write("one", talk("rms"));
        var other = write("other", talk("slt"));
        var alone = List.of(recognize(one, "en"), recognize(other, "en"));

        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> recognize(one, "en"));
            var second = threads.submit(() -> recognize(other, "en"));
            assertEquals(alone, List.of(first.get(), second.get()));
        }
    }

    private static Sound talk(String voice) throws Exception {
        return new Sound()
                .silence(0.5)
                .speech(voice, "You do not need to be perfect, you only need to be clear.")
                .silence(0.5);
    }

    private Heard recognize(WavFile wav, @Nullable String language) throws Exception {
        var workspace = Files.createTempDirectory(folder, "work");
        return engine().recognize(wav, workspace, language, _ -> {});
    }

    private WavFile write(String name, Sound sound) throws Exception {
        return sound.write(folder.resolve(name + ".wav"));
    }
}
