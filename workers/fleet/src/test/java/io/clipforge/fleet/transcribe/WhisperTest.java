package io.clipforge.fleet.transcribe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clipforge.fleet.transcribe.SpeechRecognizer.Heard;
import io.clipforge.fleet.transcribe.Whisper.Guards;
import io.clipforge.jobs.JobProblem;
import io.clipforge.speech.activity.ActivityDetector;
import io.clipforge.speech.activity.Span;
import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.mel.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhisperTest {
    @TempDir Path folder;

    @Test
    void wordsAreInTheSoundAndProgressGoesToItsEnd() throws Exception {
        var progress = new ArrayList<Double>();

        var heard = recognize(new Sound().noise(40), "en", progress::add);

        assertEquals("en", heard.language());
        assertFalse(heard.words().isEmpty());
        for (var word : heard.words()) {
            assertTrue(word.startMs() >= 0 && word.startMs() < word.endMs(), word::toString);
            assertTrue(word.startMs() <= 40_000, word::toString);
            double confidence = Objects.requireNonNull(word.confidence());
            assertTrue(confidence >= 0 && confidence <= 1, word::toString);
            assertFalse(word.text().isBlank());
        }
        assertEquals(progress.stream().sorted().toList(), progress);
        assertEquals(1, progress.getLast());
    }

    @Test
    void theLanguageIsHeardWhereItIsNotTold() throws Exception {
        var heard = recognize(new Sound().noise(3), null, _ -> {});

        assertTrue(languages().contains(heard.language()), heard.language());
    }

    @Test
    void aModelThatDoesNotTellWhereItLooksSharesThePhraseOut() throws Exception {
        model();
        var generation = folder.resolve("generation_config.json");
        var json = (ObjectNode) new JsonMapper().readTree(generation.toFile());
        json.remove("alignment_heads");
        Files.writeString(generation, json.toString());
        try (var whisper = Whisper.open(folder, WhisperOptions.of(1, Guards.NONE))) {
            var heard =
                    whisper.recognize(new Sound().noise(20).write(wav()), folder, "en", _ -> {});
            assertFalse(heard.words().isEmpty());
            assertTrue(heard.words().stream().allMatch(it -> it.startMs() < it.endMs()));
        }
    }

    @Test
    void aLanguageThatTheModelDoesNotKnowIsRefusedByName() {
        var refused =
                assertThrows(
                        SpeechException.class,
                        () -> recognize(new Sound().noise(3), "tlh", _ -> {}));

        assertEquals(JobProblem.UNSUPPORTED_MEDIA, refused.problem());
        assertTrue(refused.sentence().contains("'tlh'"), refused.sentence());
    }

    @Test
    void whatIsTranslatedIsInEnglish() throws Exception {
        model();
        var wav = new Sound().noise(5).write(wav());
        try (var whisper = Whisper.open(folder, WhisperOptions.of(1, Guards.NONE))) {
            var spoken = whisper.recognize(wav, folder, "de", _ -> {});
            var translated = whisper.translate(wav, folder, "de", List.of(), _ -> {});

            assertEquals("en", translated.language());
            assertNotEquals(spoken.words(), translated.words());
            assertEquals(
                    whisper.recognize(wav, folder, "en", _ -> {}),
                    whisper.translate(wav, folder, "en", List.of(), _ -> {}));
        }
    }

    @Test
    void aModelOfOneLanguageRefusesToTranslate() throws Exception {
        model();
        var generation = folder.resolve("generation_config.json");
        var json = (ObjectNode) new JsonMapper().readTree(generation.toFile());
        Files.writeString(generation, json.put("is_multilingual", false).toString());
        var wav = new Sound().noise(5).write(wav());
        try (var whisper = Whisper.open(folder, WhisperOptions.of(1, Guards.NONE))) {
            var refused =
                    assertThrows(
                            SpeechException.class,
                            () -> whisper.translate(wav, folder, "en", List.of(), _ -> {}));
            assertEquals(JobProblem.UNSUPPORTED_MEDIA, refused.problem());
        }
    }

    @Test
    void nothingIsHeardInAMoment() throws Exception {
        assertEquals(
                new Heard("und", List.of()), recognize(new Sound().silence(0.01), null, _ -> {}));
        assertEquals(List.of(), recognize(new Sound().silence(0.01), "en", _ -> {}).words());
    }

    @Test
    void whereNobodySpeaksNothingIsHeardAndNoLanguage() throws Exception {
        model();
        var wav = new Sound().noise(40).write(wav());
        var guards = new Guards(voices(List.of()), OptionalDouble.empty(), false);
        try (var whisper = Whisper.open(folder, WhisperOptions.of(1, guards))) {
            assertEquals(
                    new Heard("und", List.of()), whisper.recognize(wav, folder, null, _ -> {}));
        }
    }

    @Test
    void wordsAreOnlyWhereSomebodySpeaks() throws Exception {
        model();
        var wav = new Sound().noise(100).write(wav());
        var guards = new Guards(voices(List.of(new Span(70, 100))), OptionalDouble.empty(), false);
        try (var whisper = Whisper.open(folder, WhisperOptions.of(1, guards))) {
            var heard = whisper.recognize(wav, folder, "en", _ -> {});

            assertFalse(heard.words().isEmpty());
            assertTrue(heard.words().stream().allMatch(it -> it.startMs() > 69_000));
        }
    }

    @Test
    void whatIsMadeUpInSilenceIsLeftOut() throws Exception {
        model();
        var wav = new Sound().noise(40).write(wav());
        var guards = new Guards(null, OptionalDouble.of(2), false);
        try (var whisper = Whisper.open(folder, WhisperOptions.of(1, guards))) {
            var doubted = whisper.recognize(wav, folder, "en", _ -> {}).words();
            var believed = recognize(new Sound().noise(40), "en", _ -> {}).words();

            assertTrue(doubted.size() < believed.size(), "random weights are never sure");
        }
    }

    @Test
    void anInterruptEndsIt() {
        try {
            assertThrows(
                    InterruptedException.class,
                    () ->
                            recognize(
                                    new Sound().noise(70),
                                    "en",
                                    _ -> Thread.currentThread().interrupt()));
        } finally {
            Thread.interrupted();
        }
    }

    private Heard recognize(Sound sound, @Nullable String language, DoubleConsumer progress)
            throws Exception {
        model();
        try (var whisper = Whisper.open(folder, WhisperOptions.of(1, Guards.NONE))) {
            return whisper.recognize(sound.write(wav()), folder, language, progress);
        }
    }

    private static ActivityDetector voices(List<Span> spans) {
        return new ActivityDetector() {
            @Override
            public String name() {
                return "told";
            }

            @Override
            public SpeechSpans detect(Samples sound) {
                return new SpeechSpans(spans);
            }
        };
    }

    private Path wav() {
        return folder.resolve("speech.wav");
    }

    private void model() throws IOException {
        WhisperFiles.write(folder);
    }

    private Set<String> languages() throws IOException {
        var tokens = new JsonMapper().readTree(folder.resolve("tokenizer.json").toFile());
        var languages = new HashSet<String>();
        tokens.path("added_tokens")
                .forEach(it -> languages.add(it.path("content").asText().replaceAll("[<|>]", "")));
        return languages;
    }
}
