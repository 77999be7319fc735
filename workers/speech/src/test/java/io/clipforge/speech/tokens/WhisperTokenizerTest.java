package io.clipforge.speech.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clipforge.speech.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhisperTokenizerTest {
    private static final JsonNode EXPECTED = Fixtures.json("texts.json");

    private final WhisperTokenizer tokenizer = tokenizer("bins80");

    @TempDir Path folder;

    @Test
    void textBecomesTheReferencesTokensAndTextAgain() {
        for (var sample : EXPECTED.path("encoded")) {
            var text = sample.path("text").asText();
            var tokens = Fixtures.integers(sample.path("tokens"));

            assertEquals(tokens, tokenizer.encode(text), text);
            assertEquals(text, tokenizer.decode(tokens));
        }
    }

    @Test
    void timesAreWrittenOrLeftOut() {
        var timed = EXPECTED.path("timed");
        var tokens = Fixtures.integers(timed.path("tokens"));

        assertEquals(timed.path("with").asText(), tokenizer.decodeWithTimestamps(tokens));
        assertEquals(timed.path("without").asText(), tokenizer.decode(tokens));
    }

    @Test
    void halfACharacterIsNoFailure() {
        var broken = EXPECTED.path("broken");

        assertEquals(
                broken.path("text").asText(),
                tokenizer.decode(Fixtures.integers(broken.path("tokens"))));
    }

    @Test
    void everyLanguageOfTheModelIsKnown() {
        var newer = tokenizer("bins128").special();
        var special = tokenizer.special();

        assertEquals(99, special.languages().size());
        assertEquals(special.startOfTranscript() + 1, special.language("en"));
        assertEquals("su", List.copyOf(special.languages().keySet()).getLast());
        assertEquals(100, newer.languages().size());
        assertEquals(newer.translate() - 1, newer.language("yue"));
        assertThrows(IllegalArgumentException.class, () -> special.language("yue"));
    }

    @Test
    void timestampsCountTheWindowInStepsOf20Milliseconds() {
        var special = tokenizer.special();

        assertEquals(special.noTimestamps() + 1, special.timestampBegin());
        assertEquals(30, special.seconds(special.timestampBegin() + 1500), 1e-9);
        assertTrue(special.isTimestamp(special.timestampBegin()));
    }

    @Test
    void textThatLooksLikeASpecialTokenIsText() {
        var tokens = tokenizer.encode("<|endoftext|>");

        assertTrue(tokens.stream().allMatch(tokenizer.special()::isText));
        assertEquals("<|endoftext|>", tokenizer.decode(tokens));
    }

    @Test
    void mergesMayBeWrittenAsTextsOrAsPairs() throws IOException {
        var json = (ObjectNode) Fixtures.json("bins80/tokenizer.json");
        var merges = json.withObject("/model").putArray("merges");
        for (var pair : Fixtures.json("bins80/tokenizer.json").path("model").path("merges")) {
            merges.add(pair.path(0).asText() + " " + pair.path(1).asText());
        }
        var older = Files.writeString(folder.resolve("tokenizer.json"), json.toString());

        var text = "And so the harbour asked";

        assertEquals(tokenizer.encode(text), WhisperTokenizer.read(older).encode(text));
    }

    @Test
    void anotherModelsTokenizerIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("tokenizer.json"), "{\"added_tokens\":[]}");

        assertThrows(IllegalArgumentException.class, () -> WhisperTokenizer.read(file));
    }

    private static WhisperTokenizer tokenizer(String model) {
        return Fixtures.tokenizer(model);
    }
}
