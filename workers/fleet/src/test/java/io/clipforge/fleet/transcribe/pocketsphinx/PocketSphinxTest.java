package io.clipforge.fleet.transcribe.pocketsphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.transcribe.Sound;
import io.clipforge.fleet.transcribe.SpeechException;
import io.clipforge.fleet.transcribe.SpeechRecognizer.Heard;
import io.clipforge.fleet.transcribe.WordErrors;
import io.clipforge.jobs.JobProblem;
import io.clipforge.media.Program;
import io.clipforge.media.WavFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PocketSphinxTest {
    private static final List<String> VOICES = List.of("rms", "slt", "awb", "kal16");
    private static final List<String> TALK =
            List.of(
                    "What would you do if you had one more hour every day?",
                    "You do not need to be perfect, you only need to be clear.",
                    "That was the biggest mistake of my life, and also the most important lesson.",
                    "Do you remember the moment when everything changed for you?",
                    "In the morning she opened the shop and made coffee for the first guests.",
                    "Every great project begins with a question that nobody wants to ask.",
                    "When we looked at the data, we found something very strange.",
                    "Scientists discovered that sleep is more important than we believed.");

    @TempDir Path folder;

    @Test
    void clearVoicesAreUnderstood() throws Exception {
        var sound = new Sound().silence(0.5);
        for (int i = 0; i < TALK.size(); i++) {
            sound.speech(VOICES.get(i % VOICES.size()), TALK.get(i)).silence(0.4);
        }
        var progress = Collections.synchronizedList(new ArrayList<Double>());

        var heard = recognize(sound, null, progress);

        var words = heard.words().stream().map(it -> it.text().toLowerCase(Locale.ROOT)).toList();
        double errors = WordErrors.rate(WordErrors.words(String.join(" ", TALK)), words);
        assertTrue(errors <= 0.10, errors + " in " + words);
        assertEquals("en-US", heard.language());
        assertTrue(progress.size() > 1, "progress moves");
        assertEquals(1.0, progress.getLast());
    }

    @Test
    void aWordIsWhereItIsSaid() throws Exception {
        var sound = new Sound().silence(20).speech("rms", "people").silence(3);
        long start = sound.lengthMs();
        sound.speech("rms", "Thank you for listening.").silence(1);

        var words = recognize(sound, "en", new ArrayList<>()).words();

        var thank = words.stream().filter(it -> it.text().equals("thank")).findFirst();
        // flite begins with a silence of 0.2 s
        assertEquals(start + 200.0, (double) thank.orElseThrow().startMs(), 200);
        assertNotNull(thank.get().confidence());
    }

    @Test
    void silenceHoldsNoWords() throws Exception {
        assertEquals(List.of(), recognize(new Sound().silence(5), null, new ArrayList<>()).words());
    }

    @Test
    void anotherLanguageIsRefusedByName() {
        var refused =
                assertThrows(
                        SpeechException.class,
                        () -> recognize(new Sound().noise(1), "de-DE", new ArrayList<>()));

        assertEquals(JobProblem.UNSUPPORTED_MEDIA, refused.problem());
        assertTrue(refused.sentence().contains("pocketsphinx understands English only"));
        assertTrue(refused.sentence().contains("'de-DE'"));
    }

    @Test
    void aMissingEngineSaysWhatToInstall() throws Exception {
        var missing = new PocketSphinx(null, folder);
        var wav = new Sound().noise(1).write(folder.resolve("sound.wav"));

        var refused =
                assertThrows(
                        SpeechException.class, () -> missing.recognize(wav, folder, null, _ -> {}));

        assertTrue(refused.sentence().contains("pocketsphinx-en-us"), refused.sentence());
    }

    @Test
    void anEngineThatAlwaysFailsIsAProblemAndNotAnEmptyTranscript() throws Exception {
        var broken = new PocketSphinx(new Program(Path.of("/bin/false")), folder);
        var wav = new Sound().noise(4).silence(1).noise(4).write(folder.resolve("sound.wav"));

        assertThrows(SpeechException.class, () -> broken.recognize(wav, folder, null, _ -> {}));
    }

    @Test
    void anInterruptEndsTheProgram() throws Exception {
        var started = folder.resolve("started");
        new ProcessBuilder("mkfifo", started.toString()).inheritIO().start().waitFor();
        var script = "#!/bin/sh\necho $$ > " + started + "\nexec sleep 600\n";
        var program = Files.writeString(folder.resolve("endless"), script);
        assertTrue(program.toFile().setExecutable(true));
        var endless = new PocketSphinx(new Program(program), folder);
        var wav = new Sound().noise(4).write(folder.resolve("sound.wav"));
        var task = new FutureTask<>(() -> endless.recognize(wav, folder, null, _ -> {}));
        var thread = Thread.ofVirtual().start(task);
        long process = Long.parseLong(Files.readString(started).strip());

        thread.interrupt();

        var ended = assertThrows(ExecutionException.class, () -> task.get(10, TimeUnit.SECONDS));
        assertInstanceOf(InterruptedException.class, ended.getCause());
        assertFalse(ProcessHandle.of(process).isPresent(), "the program is gone");
    }

    private Heard recognize(Sound sound, @Nullable String language, List<Double> progress)
            throws Exception {
        WavFile wav = sound.write(folder.resolve("sound.wav"));
        return new PocketSphinx().recognize(wav, folder, language, progress::add);
    }
}
