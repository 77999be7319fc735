package io.clipforge.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clipforge.speech.activity.Span;
import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.decoding.DecodingOptions;
import io.clipforge.speech.decoding.Task;
import io.clipforge.speech.decoding.TemperatureLadder;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.model.WhisperModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongFormTest {
    private static final LongForm.Listener UNHEARD = (segments, seconds) -> {};

    @ParameterizedTest
    @ValueSource(strings = {"bins80", "bins128"})
    void ninetyFiveSecondsAreWrittenAsTheReferenceWritesThem(String name) throws IOException {
        try (var model = Fixtures.model(name)) {
            var sound = new LogMel(model.config().bins()).of(Fixtures.sound(95));
            for (var given : Fixtures.json(name + "/expected.json").path("longForms")) {
                var said = new LongForm(model).transcribe(sound, options(given), UNHEARD);

                var expected = given.path("segments");
                var message = name + ": " + given.path("name").asText();
                assertEquals(expected.size(), said.size(), message);
                for (int i = 0; i < said.size(); i++) {
                    var tokens =
                            tokens(expected.path(i), model.tokenizer().special().timestampBegin());
                    assertEquals(tokens, said.get(i).tokens(), message);
                    assertEquals(
                            expected.path(i).path("start").doubleValue(),
                            said.get(i).start(),
                            1e-6);
                    assertEquals(
                            expected.path(i).path("end").doubleValue(), said.get(i).end(), 1e-6);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bins80", "bins128"})
    void withWordsItIsWrittenAsOpenaisWhisperWritesIt(String name, @TempDir Path folder)
            throws IOException {
        var expected = Fixtures.json(name + "/expected.json").path("transcriptions");
        try (var model =
                Fixtures.changed(
                        name,
                        folder,
                        it -> it.set("suppress_tokens", expected.path("suppressed")))) {
            for (var given : expected.path("cases")) {
                var samples = Fixtures.sound(given.path("seconds").intValue());
                var sound = new LogMel(model.config().bins()).of(samples);
                var said = new LongForm(model).transcribe(sound, withWords(model, given), UNHEARD);

                // the reference keeps what it has emptied
                var spoken = new ArrayList<JsonNode>();
                given.path("segments")
                        .forEach(it -> {
                            if (!it.path("tokens").isEmpty()) {
                                spoken.add(it);
                            }
                        });
                var message = name + ": " + given.path("name").asText();
                assertEquals(spoken.size(), said.size(), message);
                for (int i = 0; i < said.size(); i++) {
                    assertSame(spoken.get(i), said.get(i), message + ", " + i);
                }
            }
        }
    }

    @Test
    void oneOfTwoWindowsGoesOnByASecond(@TempDir Path folder) throws IOException {
        var suppressed =
                Fixtures.json("bins128/expected.json").path("transcriptions").path("suppressed");
        try (var model =
                Fixtures.changed("bins128", folder, it -> it.set("suppress_tokens", suppressed))) {
            var sound = new LogMel(128).of(Fixtures.sound(40));
            var translated =
                    new TranscriptionOptions(
                            DecodingOptions.in("en").withTask(Task.TRANSLATE).withMaxTokens(60),
                            TemperatureLadder.none(),
                            false,
                            true);
            var reached = new ArrayList<>(List.of(0.0, 0.0));

            new LongForm(model)
                    .transcribe(sound, translated, (segments, done) -> reached.add(done));

            for (int i = 2; i + 1 < reached.size(); i++) {
                assertTrue(reached.get(i) - reached.get(i - 2) >= 1, reached::toString);
            }
        }
    }

    @Test
    void whatIsTakenForSilenceIsLeftOut() throws IOException {
        var deaf = new TemperatureLadder(List.of(), 2.4, 0, -1);
        try (var model = Fixtures.model("bins80")) {
            var sound = new LogMel(80).of(Fixtures.sound(40));
            var options =
                    new TranscriptionOptions(
                            DecodingOptions.in("en").withMaxTokens(10), deaf, true, false);

            assertTrue(new LongForm(model).transcribe(sound, options, UNHEARD).isEmpty());
        }
    }

    @Test
    void silenceIsNotListenedToAndWhatIsWrittenForItIsLeftOut() throws IOException {
        try (var model = Fixtures.model("bins80")) {
            var sound = new LogMel(80).of(Fixtures.sound(150));
            var speech = new SpeechSpans(List.of(new Span(100, 110)));
            var reached = new ArrayList<Double>();

            var said =
                    new LongForm(model)
                            .transcribe(
                                    sound,
                                    speech,
                                    withWords(),
                                    (segments, seconds) -> reached.add(seconds));

            assertTrue(reached.getFirst() > 99.5, reached::toString);
            assertTrue(reached.size() <= 3, reached::toString);
            assertFalse(said.isEmpty());
            said.forEach(it -> assertTrue(it.end() > 100 && it.start() < 110, it::toString));
        }
    }

    @Test
    void whatIsSaidAgainAndAgainIsBelievedThreeTimesWhereLoopsAreDoubted(@TempDir Path folder)
            throws IOException {
        try (var model = Fixtures.changed("bins80", folder, LongFormTest::harbourOnly)) {
            var sound = new LogMel(80).of(Fixtures.sound(170));
            var options =
                    new TranscriptionOptions(
                            DecodingOptions.in("en").withMaxTokens(2),
                            TemperatureLadder.none(),
                            true,
                            false);
            var form = new LongForm(model);

            assertEquals(6, form.transcribe(sound, options, UNHEARD).size());
            assertEquals(3, form.transcribe(sound, options.withoutLoops(), UNHEARD).size());
        }
    }

    /** Of all words it may write one only. */
    private static void harbourOnly(ObjectNode generation) {
        var tokenizer = Fixtures.tokenizer("bins80");
        int word = tokenizer.encode(" harbour").getFirst();
        var suppressed = generation.putArray("suppress_tokens");
        for (int token = 0; token < tokenizer.special().timestampBegin(); token++) {
            if (token != word) {
                suppressed.add(token);
            }
        }
    }

    @Test
    void whereNobodySpeaksNothingIsWritten() throws IOException {
        try (var model = Fixtures.model("bins80")) {
            var sound = new LogMel(80).of(Fixtures.sound(40));
            LongForm.Listener never = (segments, seconds) -> fail("listened at " + seconds);

            var silence = new SpeechSpans(List.of());

            assertEquals(
                    List.of(), new LongForm(model).transcribe(sound, silence, withWords(), never));
        }
    }

    @Test
    void wordsAreInTheirPhrasesAndProgressIsTold() throws IOException {
        try (var model = Fixtures.model("bins80")) {
            var sound = new LogMel(80).of(Fixtures.sound(70));
            var heard = new ArrayList<Segment>();
            var reached = new ArrayList<Double>();

            var said =
                    new LongForm(model)
                            .transcribe(
                                    sound,
                                    withWords(),
                                    (segments, seconds) -> {
                                        heard.addAll(segments);
                                        reached.add(seconds);
                                    });

            assertEquals(heard, said);
            assertEquals(reached.stream().sorted().toList(), reached);
            assertEquals(70, reached.getLast());
            var special = model.tokenizer().special();
            double before = 0;
            for (var segment : said) {
                // a word is of the phrase in which it begins, and may end in the next
                var spoken = segment.tokens().stream().filter(special::isText).toList();
                var words = segment.words().stream().flatMap(it -> it.tokens().stream()).toList();
                int own = Math.min(spoken.size(), words.size());
                assertEquals(
                        spoken.subList(spoken.size() - own, spoken.size()), words.subList(0, own));
            }
            for (var segment : said) {
                for (var word : segment.words()) {
                    assertTrue(word.start() >= 0 && word.end() <= 100);
                    before = Math.max(before, word.end());
                }
            }
            assertTrue(before > 30, "times are of the sound, not of the window");
        }
    }

    @Test
    void anInterruptEndsIt() throws IOException {
        try (var model = Fixtures.model("bins80")) {
            var sound = new LogMel(80).of(Fixtures.sound(70));
            var longForm = new LongForm(model);
            LongForm.Listener impatient = (segments, seconds) -> Thread.currentThread().interrupt();
            try {
                assertThrows(
                        CancellationException.class,
                        () -> longForm.transcribe(sound, withWords(), impatient));
            } finally {
                assertTrue(Thread.interrupted());
            }
        }
    }

    private static void assertSame(JsonNode expected, Segment said, String message) {
        assertEquals(Fixtures.integers(expected.path("tokens")), said.tokens(), message);
        assertEquals(expected.path("start").doubleValue(), said.start(), 0.02, message);
        assertEquals(expected.path("end").doubleValue(), said.end(), 0.02, message);
        var words = expected.path("words");
        assertEquals(words.size(), said.words().size(), message);
        for (int i = 0; i < words.size(); i++) {
            var word = said.words().get(i);
            assertEquals(words.path(i).path("text").asText(), word.text(), message);
            assertEquals(words.path(i).path("start").doubleValue(), word.start(), 0.02, message);
            assertEquals(words.path(i).path("end").doubleValue(), word.end(), 0.02, message);
            assertEquals(words.path(i).path("probability").doubleValue(), word.probability(), 1e-4);
        }
    }

    private static TranscriptionOptions withWords(WhisperModel model, JsonNode given) {
        var task = given.path("task").asText("transcribe").toUpperCase(Locale.ROOT);
        var prompt =
                given.has("initial_prompt")
                        ? model.tokenizer().encode(" " + given.path("initial_prompt").asText())
                        : List.<Integer>of();
        boolean carried = given.path("carry_initial_prompt").asBoolean();
        var options =
                new TranscriptionOptions(
                                DecodingOptions.in("en")
                                        .withMaxTokens(60)
                                        .withTask(Task.valueOf(task))
                                        .withPrevious(carried ? List.of() : prompt),
                                TemperatureLadder.none(),
                                given.path("condition_on_previous_text").booleanValue(),
                                true)
                        .withCarried(carried ? prompt : List.of());
        var silence = given.path("hallucination_silence_threshold");
        return silence.isNumber() ? options.withDoubtfulSilence(silence.doubleValue()) : options;
    }

    private static TranscriptionOptions withWords() {
        return new TranscriptionOptions(
                DecodingOptions.in("en").withMaxTokens(60), TemperatureLadder.none(), false, true);
    }

    private static TranscriptionOptions options(JsonNode given) {
        var name = given.path("name").asText();
        var decoding =
                DecodingOptions.in("en").withMaxTokens(60).withBeams(name.equals("beam") ? 5 : 1);
        return new TranscriptionOptions(
                decoding, TemperatureLadder.none(), name.equals("conditioned"), false);
    }

    /** The reference also keeps the time with which the next phrase would begin. */
    private static List<Integer> tokens(JsonNode segment, int timestampBegin) {
        var tokens = Fixtures.integers(segment.path("tokens"));
        int size = tokens.size();
        boolean two =
                size > 2
                        && tokens.get(size - 1) >= timestampBegin
                        && tokens.get(size - 2) >= timestampBegin;
        return two ? tokens.subList(0, size - 1) : tokens;
    }
}
