package io.clipforge.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.speech.decoding.DecodingOptions;
import io.clipforge.speech.decoding.TemperatureLadder;
import io.clipforge.speech.mel.LogMel;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongFormTest {
    @ParameterizedTest
    @ValueSource(strings = {"bins80", "bins128"})
    void ninetyFiveSecondsAreWrittenAsTheReferenceWritesThem(String name) throws IOException {
        try (var model = Fixtures.model(name)) {
            var sound = new LogMel(model.config().bins()).of(Fixtures.sound(95));
            for (var given : Fixtures.json(name + "/expected.json").path("longForms")) {
                var said = new LongForm(model).transcribe(sound, options(given));

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
                            DecodingOptions.in("en").withMaxTokens(10), deaf, true);

            assertTrue(new LongForm(model).transcribe(sound, options).isEmpty());
        }
    }

    private static TranscriptionOptions options(JsonNode given) {
        var name = given.path("name").asText();
        var decoding =
                DecodingOptions.in("en").withMaxTokens(60).withBeams(name.equals("beam") ? 5 : 1);
        return new TranscriptionOptions(
                decoding, TemperatureLadder.none(), name.equals("conditioned"));
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
