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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowDecoderTest {
    private static final float[] SOUND = Fixtures.sound(67);

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
