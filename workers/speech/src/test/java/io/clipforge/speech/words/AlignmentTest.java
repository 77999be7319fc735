package io.clipforge.speech.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.speech.Fixtures;
import io.clipforge.speech.decoding.Task;
import io.clipforge.speech.mel.LogMel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignmentTest {
    @ParameterizedTest
    @ValueSource(strings = {"bins80", "bins128"})
    void wordsAreWhereTheReferenceHearsThem(String name) throws IOException {
        var expected = Fixtures.json(name + "/expected.json").path("words");
        var tokens = Fixtures.integers(expected.path("tokens"));
        int frames = expected.path("frames").intValue();
        try (var model = Fixtures.model(name);
                var sound =
                        model.encoder()
                                .encode(
                                        List.of(
                                                new LogMel(model.config().bins())
                                                        .of(Fixtures.sound(30))))) {

            var words = new Alignment(model).words(sound, frames, "en", Task.TRANSCRIBE, tokens);

            assertEquals(expected.path("words").size(), words.size());
            for (int i = 0; i < words.size(); i++) {
                var word = words.get(i);
                var reference = expected.path("words").path(i);
                assertEquals(reference.path("text").asText(), word.text());
                assertEquals(Fixtures.integers(reference.path("tokens")), word.tokens());
                assertEquals(
                        reference.path("start").doubleValue(), word.start(), 0.02, word.text());
                assertEquals(reference.path("end").doubleValue(), word.end(), 0.02, word.text());
                assertEquals(reference.path("probability").doubleValue(), word.probability(), 1e-4);
            }
        }
    }

    @Test
    void punctuationBelongsToItsWordAndTimesDoNotCount() throws IOException {
        try (var model = Fixtures.model("bins80");
                var sound =
                        model.encoder().encode(List.of(new LogMel(80).of(Fixtures.sound(30))))) {
            int begin = model.tokenizer().special().timestampBegin();
            var tokens = new ArrayList<>(List.of(begin));
            tokens.addAll(model.tokenizer().encode(" Who? \"So late,\" she said."));
            tokens.add(begin + 100);

            var words =
                    new Alignment(model).align(sound, 3000, "en", Task.TRANSCRIBE, tokens).words();

            assertEquals(
                    List.of(" Who?", " \"So", " late,\"", " she", " said."),
                    words.stream().map(Word::text).toList());
            for (var word : words) {
                assertTrue(word.start() <= word.end());
                assertTrue(word.probability() >= 0 && word.probability() <= 1);
            }
        }
    }

    @Test
    void noTextHasNoWords() throws IOException {
        try (var model = Fixtures.model("bins80");
                var sound =
                        model.encoder().encode(List.of(new LogMel(80).of(Fixtures.sound(30))))) {
            assertEquals(
                    List.of(),
                    new Alignment(model)
                            .align(sound, 3000, "en", Task.TRANSCRIBE, List.of())
                            .words());
        }
    }
}
