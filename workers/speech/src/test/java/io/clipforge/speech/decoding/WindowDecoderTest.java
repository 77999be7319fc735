package io.clipforge.speech.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.speech.Fixtures;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Spectrogram;
import io.clipforge.speech.model.WhisperModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowDecoderTest {
    private static final float[] SOUND = Fixtures.sound(67);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bins80", "bins128"})
    void tokensAreThoseOfTheReferencesGenerate(String name) throws IOException {
        try (var model = Fixtures.model(name)) {
            var decoder = new WindowDecoder(model);
            for (var given : Fixtures.json(name + "/expected.json").path("decodings")) {
                try (var sound = model.encoder().encode(windows(model, given.path("seconds")))) {
                    var decoded = decoder.decode(sound, options(given));

                    assertEquals(
                            tokens(given.path("tokens")),
                            decoded.stream().map(Decoded::tokens).toList(),
                            () -> name + ": " + given.path("name").asText());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bins80", "bins128"})
    void aTextIsAsSureAsOpenaisWhisperSays(String name) throws IOException {
        try (var model = Fixtures.model(name)) {
            var decoder = new WindowDecoder(model);
            for (var given : Fixtures.json(name + "/expected.json").path("measures")) {
                var options =
                        DecodingOptions.in("en")
                                .withTimestamps(given.path("timestamps").booleanValue())
                                .withMaxTokens(60);
                var window = window(model, given.path("second").intValue());
                try (var sound = model.encoder().encode(List.of(window))) {
                    var decoded = decoder.decode(sound, options).getFirst();

                    assertEquals(Fixtures.integers(given.path("tokens")), decoded.tokens());
                    assertEquals(withoutSpecials(given), decoded.text());
                    assertNear(given, "averageLogProbability", decoded.averageLogProbability());
                    assertNear(given, "noSpeechProbability", decoded.noSpeechProbability());
                    var sameText = new Decoded(List.of(), given.path("text").asText(), 0, 0, 0);
                    assertNear(given, "compressionRatio", sameText.compressionRatio());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bins80", "bins128"})
    void withPatienceBeamsAreSearchedAsOpenaisWhisperDoes(String name) throws IOException {
        var expected = Fixtures.json(name + "/patient.json");
        var suppressed = expected.path("suppressed");
        try (var model =
                Fixtures.changed(name, folder, it -> it.set("suppress_tokens", suppressed))) {
            var decoder = new WindowDecoder(model);
            for (var given : expected.path("cases")) {
                var options =
                        DecodingOptions.in("en")
                                .withTimestamps(given.path("timestamps").booleanValue())
                                .withMaxTokens(60)
                                .withBeams(given.path("beams").intValue())
                                .withPatience(given.path("patience").doubleValue());
                var window = window(model, given.path("second").intValue());
                try (var sound = model.encoder().encode(List.of(window))) {
                    var decoded = decoder.decode(sound, options).getFirst();

                    assertEquals(
                            Fixtures.integers(given.path("tokens")),
                            decoded.tokens(),
                            given::toString);
                    assertNear(given, "averageLogProbability", decoded.averageLogProbability());
                }
            }
        }
    }

    @Test
    void aModelOfEnglishIsToldNeitherLanguageNorTask() throws IOException {
        try (var all = Fixtures.model("bins80");
                var english = Fixtures.english(folder)) {
            var special = all.tokenizer().special();
            var options = DecodingOptions.in("en").withTimestamps(false);

            assertEquals(
                    List.of(
                            special.startOfTranscript(),
                            special.language("en"),
                            special.transcribe(),
                            special.noTimestamps()),
                    Prompt.of(all, options).tokens());
            assertEquals(
                    List.of(special.startOfTranscript(), special.noTimestamps()),
                    Prompt.of(english, options).tokens());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bins80", "bins128"})
    void languagesAreAsLikelyAsTheReferenceSays(String name) throws IOException {
        try (var model = Fixtures.model(name);
                var sound = model.encoder().encode(List.of(window(model, 0)))) {
            var expected = Fixtures.json(name + "/expected.json").path("languages");

            var found = new LanguageDetection(model).detect(sound).getFirst();

            assertEquals(expected.size(), found.size());
            found.forEach((language, probability) ->
                    assertEquals(expected.path(language).doubleValue(), probability, 1e-5));
            var likeliest = LanguageDetection.likeliest(found);
            assertTrue(
                    found.values().stream()
                            .allMatch(it -> it <= found.getOrDefault(likeliest, 0.0)));
        }
    }

    @Test
    void theSameSeedDrawsTheSameText() throws IOException {
        try (var model = Fixtures.model("bins80");
                var sound = model.encoder().encode(List.of(window(model, 0)))) {
            var decoder = new WindowDecoder(model);
            var options = DecodingOptions.in("en").withMaxTokens(30);

            var one = decoder.sample(sound, options, 0.8, 3, new SplittableRandom(1));
            var same = decoder.sample(sound, options, 0.8, 3, new SplittableRandom(1));
            var other = decoder.sample(sound, options, 0.8, 3, new SplittableRandom(2));

            assertEquals(one, same);
            assertNotEquals(one.tokens(), other.tokens());
            assertEquals(0.8, one.temperature());
        }
    }

    @Test
    void whatItsMakersSayIsTheLongestTextOfAModel() throws IOException {
        try (var model = Fixtures.changed("bins80", folder, it -> it.put("max_length", 6));
                var sound = model.encoder().encode(List.of(window(model, 0)))) {
            var options = DecodingOptions.in("en").withTimestamps(false);
            var decoder = new WindowDecoder(model);

            var alone = decoder.decode(sound, options).getFirst();
            var told = decoder.decode(sound, options.withPrevious(List.of(40, 41))).getFirst();

            assertEquals(5, alone.tokens().size());
            assertEquals(5, told.tokens().size(), "what was said before does not count");
        }
    }

    @Test
    void aPromptIsCutToHalfOfTheContext() throws IOException {
        try (var model = Fixtures.model("bins80");
                var sound = model.encoder().encode(List.of(window(model, 0)))) {
            var previous = new ArrayList<Integer>();
            for (int i = 0; i < 600; i++) {
                previous.add(30 + i % 100);
            }
            var options = DecodingOptions.in("en").withMaxTokens(5);
            var decoder = new WindowDecoder(model);

            var decoded = decoder.decode(sound, options.withPrevious(previous));
            var cut = decoder.decode(sound, options.withPrevious(previous.subList(377, 600)));

            assertEquals(cut, decoded);
        }
    }

    /** The reference writes a language that comes in the midst of a text into it. */
    private static String withoutSpecials(JsonNode given) {
        return given.path("text").asText().replaceAll("<\\|[a-z]+\\|>", "").strip();
    }

    private static void assertNear(JsonNode given, String name, double actual) {
        assertEquals(given.path(name).doubleValue(), actual, 1e-4, name);
    }

    private static DecodingOptions options(JsonNode given) {
        var task = Task.valueOf(given.path("task").asText().toUpperCase(Locale.ROOT));
        var prompt = Fixtures.integers(given.path("prompt"));
        return DecodingOptions.in(given.path("language").asText())
                .withTask(task)
                .withTimestamps(false)
                .withPrevious(prompt.isEmpty() ? prompt : prompt.subList(1, prompt.size()))
                .withBeams(given.path("num_beams").intValue())
                .withMaxTokens(60);
    }

    private static List<Spectrogram> windows(WhisperModel model, JsonNode seconds) {
        return Fixtures.integers(seconds).stream().map(it -> window(model, it)).toList();
    }

    private static Spectrogram window(WhisperModel model, int second) {
        int from = second * LogMel.RATE;
        var samples = Arrays.copyOfRange(SOUND, from, from + 30 * LogMel.RATE);
        return new LogMel(model.config().bins()).of(samples);
    }

    private static List<List<Integer>> tokens(JsonNode rows) {
        var tokens = new ArrayList<List<Integer>>();
        rows.forEach(it -> tokens.add(Fixtures.integers(it)));
        return tokens;
    }
}
