package io.clipforge.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.speech.decoding.DecodingOptions;
import io.clipforge.speech.decoding.TemperatureLadder;
import io.clipforge.speech.mel.LogMel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
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
            assertEquals(
                    said.stream()
                            .flatMap(it -> it.tokens().stream())
                            .filter(special::isText)
                            .toList(),
                    said.stream()
                            .flatMap(it -> it.words().stream())
                            .flatMap(it -> it.tokens().stream())
                            .toList());
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
